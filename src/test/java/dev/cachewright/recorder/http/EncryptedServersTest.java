package dev.cachewright.recorder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Servers that are called encrypted prove who they are, or are not called.
class EncryptedServersTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String GET = "GET /up/x HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer secret\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    private static SSLContext itself;

    /// One that has the certificate, and trusts it.
    @BeforeAll
    static void readCertificate() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = EncryptedServersTest.class.getResourceAsStream("/tls/self-signed.p12")) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("it", store.getCertificate(store.aliases().nextElement()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        itself = SSLContext.getInstance("TLS");
        itself.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    /// A server that offers HTTP/2 first.
    private static final class Server implements AutoCloseable {

        private final SSLServerSocket socket;
        private final CompletableFuture<String> agreed = new CompletableFuture<>();
        private final CompletableFuture<String> heard = new CompletableFuture<>();

        Server() throws IOException {
            socket = (SSLServerSocket) itself.getServerSocketFactory().createServerSocket(0, 10,
                    InetAddress.getByName(PassThrough.HOST));
            SSLParameters offered = socket.getSSLParameters();
            offered.setApplicationProtocols(new String[]{"h2", "http/1.1"});
            socket.setSSLParameters(offered);
            Thread.ofVirtual().start(this::serve);
        }

        private void serve() {
            try (var client = (SSLSocket) socket.accept()) {
                client.startHandshake();
                agreed.complete(client.getApplicationProtocol());
                heard.complete(Passed.head(client.getInputStream()));
                client.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException _) {
                agreed.complete("");
                heard.complete("");
            }
        }

        URI uri() {
            return uri(PassThrough.HOST);
        }

        URI uri(String host) {
            return URI.create("https://" + host + ":" + socket.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void aServerThatProvesItsNameIsCalledOverHttp1() throws IOException {
        try (var server = new Server(); Passed passed = Passed.to(server.uri(), itself.getSocketFactory())) {
            assertThat(passed.exchange(GET)).isEqualTo(OK);
            assertThat(server.agreed.join()).isEqualTo("http/1.1");
            assertThat(server.heard.join()).startsWith("GET /x HTTP/1.1\r\nHost: " + server.uri().getAuthority());
            assertThat(passed.taps().getFirst().ending()).isEqualTo(new Tap.Ending.Whole());
        }
    }

    @Test
    void aServerThatNobodyKnowsIsNotSentTheRequest() throws IOException {
        try (var server = new Server();
                Passed passed = Passed.to(server.uri(), (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            assertThat(passed.exchange(GET)).startsWith("HTTP/1.1 502 ");
            assertThat(server.heard.join()).isEmpty();
        }
    }

    /// A proxy, and a recorder that goes through it.
    private static final class Proxied implements AutoCloseable {

        private final CompletableFuture<String> asked = new CompletableFuture<>();
        private final HeardTap tap = new HeardTap("");
        private final ScriptedServer proxy;
        private final PassThrough passing;

        /// @param host by which the server is called
        Proxied(Server server, String host) throws IOException {
            proxy = ScriptedServer.start(client -> {
                asked.complete(Passed.head(client.getInputStream()));
                client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                join(client, server.uri().getPort());
            });
            var address = InetSocketAddress.createUnresolved(PassThrough.HOST, proxy.uri("").getPort());
            passing = PassThrough.start(0, List.of(new Route("Up", "/up", server.uri(host))),
                    new Dialer(itself.getSocketFactory(), _ -> Optional.of(address), Duration.ofSeconds(10)),
                    (_, _, _, _, _) -> tap, System::nanoTime);
        }

        /// Carries bytes both ways until one end is gone.
        private static void join(Socket client, int port) throws IOException {
            try (var server = new Socket(PassThrough.HOST, port)) {
                Thread.ofVirtual().start(() -> {
                    try {
                        server.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException _) {
                        // Gone.
                    }
                });
                client.getInputStream().transferTo(server.getOutputStream());
            }
        }

        String exchange() throws IOException {
            try (var client = new Socket(PassThrough.HOST, passing.port())) {
                client.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
                return new String(client.getInputStream().readNBytes(OK.length()), StandardCharsets.US_ASCII);
            }
        }

        @Override
        public void close() {
            passing.close();
            proxy.close();
        }
    }

    @Test
    void aProxyIsAskedForATunnelAndSeesNoRequest() throws IOException {
        try (var server = new Server(); var proxied = new Proxied(server, PassThrough.HOST)) {
            assertThat(proxied.exchange()).isEqualTo(OK);
            assertThat(proxied.asked.join()).startsWith("CONNECT " + server.uri().getAuthority() + " HTTP/1.1\r\n")
                    .doesNotContain("secret");
            assertThat(server.heard.join()).contains("Bearer secret");
        }
    }

    /// The name is not looked up here, since the proxy does that.
    @Test
    void aServerOfAnotherNameIsNotSentTheRequest() throws IOException {
        try (var server = new Server(); var proxied = new Proxied(server, "other.example")) {
            assertThat(proxied.exchange()).startsWith("HTTP/1.1 502 ");
            assertThat(proxied.asked.join()).startsWith("CONNECT other.example:");
            assertThat(server.heard.join()).isEmpty();
            assertThat(proxied.tap.ending()).isInstanceOfSatisfying(Tap.Ending.Unreached.class,
                    unreached -> assertThat(unreached.cause()).isInstanceOf(SSLException.class));
        }
    }
}
