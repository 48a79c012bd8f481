package dev.cachewright.recorder.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Connects to servers: encrypted where their address says so, and then only to who can prove the name.
public final class Dialer {

    private final SSLSocketFactory security;
    private final Function<Route, Optional<InetSocketAddress>> proxies;
    private final Duration longest;

    /// @param proxies the HTTP proxy on the way to a server; empty for none
    /// @param longest to wait for a connection
    public Dialer(SSLSocketFactory security, Function<Route, Optional<InetSocketAddress>> proxies, Duration longest) {
        this.security = security;
        this.proxies = proxies;
        this.longest = longest;
    }

    /// A new connection.
    Upstream dial(Route route) throws IOException {
        Socket wire = connect(route);
        try {
            wire.setTcpNoDelay(true);
            return new Upstream(wire, route.isSecure() ? secured(wire, route) : wire);
        } catch (IOException | RuntimeException e) {
            Quietly.close(wire);
            throw e;
        }
    }

    private Socket connect(Route route) throws IOException {
        Optional<InetSocketAddress> proxy = proxies.apply(route);
        if (proxy.isPresent()) {
            var address = new InetSocketAddress(proxy.get().getHostString(), proxy.get().getPort());
            return connect(new Proxy(Proxy.Type.HTTP, address),
                    InetSocketAddress.createUnresolved(route.host(), route.port()));
        }
        List<InetSocketAddress> addresses = Stream.of(InetAddress.getAllByName(route.host()))
                .map(address -> new InetSocketAddress(address, route.port())).toList();
        IOException first = null;
        for (InetSocketAddress address : addresses) {
            try {
                return connect(Proxy.NO_PROXY, address);
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first;
    }

    private Socket connect(Proxy proxy, SocketAddress address) throws IOException {
        var socket = new Socket(proxy);
        try {
            socket.connect(address, Math.toIntExact(longest.toMillis()));
            return socket;
        } catch (IOException e) {
            Quietly.close(socket);
            throw e;
        }
    }

    private Socket secured(Socket wire, Route route) throws IOException {
        var socket = (SSLSocket) security.createSocket(wire, route.host(), route.port(), true);
        SSLParameters wanted = socket.getSSLParameters();
        wanted.setEndpointIdentificationAlgorithm("HTTPS");
        wanted.setApplicationProtocols(new String[]{"http/1.1"});
        socket.setSSLParameters(wanted);
        socket.setSoTimeout(Math.toIntExact(longest.toMillis()));
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }
}
