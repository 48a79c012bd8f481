package dev.cachewright.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class EagerSocketsTest {

    private final EagerSockets sockets = new EagerSockets();

    @Test
    void everySocketSendsAtOnce() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 10, here);
                Socket open = sockets.createSocket();
                Socket named = sockets.createSocket(here.getHostName(), listener.getLocalPort());
                Socket placed = sockets.createSocket(here, listener.getLocalPort());
                Socket bound = sockets.createSocket(here, listener.getLocalPort(), here, 0);
                Socket both = sockets.createSocket(here.getHostName(), listener.getLocalPort(), here, 0)) {
            for (Socket socket : new Socket[]{open, named, placed, bound, both}) {
                assertThat(socket.getTcpNoDelay()).isTrue();
            }
        }
    }
}
