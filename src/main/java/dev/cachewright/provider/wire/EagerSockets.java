package dev.cachewright.provider.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Sockets that send at once what is written to them. Others keep the end of a long request back until the server has
/// confirmed its beginning, and systems confirm after 40 ms: measured as part of the time to the first token.
public final class EagerSockets extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
        return eager(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return eager(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return eager(new Socket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return eager(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return eager(new Socket(host, port, localHost, localPort));
    }

    private static Socket eager(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
