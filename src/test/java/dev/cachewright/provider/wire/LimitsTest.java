package dev.cachewright.provider.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.CallLimits;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Failure.Kind;
import dev.cachewright.words.FailureWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Servers that do not end by themselves, and those that cannot be reached as they are named.
@Timeout(60)
class LimitsTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
    private static final String JSON = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n";
    private static final String WORD = "data: {\"choices\": [{\"delta\": {\"content\": \"Hi\"}}]}\n\n";
    private static final CallLimits USUAL = CallLimits.usual();

    private static Calls.Heard send(EndlessServer server, CallLimits limits, boolean isStreamed) {
        var events = new ArrayList<CallEvent>();
        try (server; var provider = Calls.provider(server.baseUrl())) {
            provider.send(new ModelCall(Api.CHAT, "{\"model\": \"m\"}", isStreamed, limits), new Cancellation(),
                    events::add);
        }
        return new Calls.Heard(events);
    }

    private static String sentence(Calls.Heard heard) {
        return FailureWords.sentence(heard.failure());
    }

    @Test
    void aServerThatOnlyKeepsTheConnectionAliveIsNotWaitedForLongerThanTheCallMayTake() {
        Calls.Heard heard = send(new EndlessServer(HEAD, ": ping\n\n", Duration.ofMillis(20)),
                CallLimits.within(Duration.ofMillis(300)), true);

        assertThat(heard.failure().kind()).isEqualTo(Kind.SILENT);
        assertThat(sentence(heard)).contains(" did not answer within 0.3 s. ");
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForEither() {
        assertThat(send(new EndlessServer("", "", Duration.ofDays(1)), CallLimits.within(Duration.ofMillis(300)), true)
                .failure().kind()).isEqualTo(Kind.SILENT);
    }

    @Test
    void whatHasArrivedIsKeptWhereAServerFallsSilent() {
        Calls.Heard heard = send(new EndlessServer(HEAD + WORD, ": ping\n\n", Duration.ofMillis(20)),
                new CallLimits(Duration.ofMillis(200), Duration.ofMinutes(1)), true);

        assertThat(heard.text()).isEqualTo("Hi");
        assertThat(heard.failure().kind()).isEqualTo(Kind.FELL_SILENT);
        assertThat(sentence(heard)).contains(" sent nothing for 0.2 s, so the call was ended. ");
    }

    @Test
    void anAnswerThatTricklesEndsWithItsTime() {
        Calls.Heard heard = send(new EndlessServer(HEAD, WORD, Duration.ofMillis(50)),
                new CallLimits(Duration.ofMinutes(1), Duration.ofSeconds(1)), true);

        assertThat(heard.text()).startsWith("HiHi");
        assertThat(heard.failure().kind()).isEqualTo(Kind.TOOK_TOO_LONG);
        assertThat(sentence(heard)).startsWith("The answer was not complete after 1.0 s, so the call was ended.");
    }

    @Test
    void aLineAnEventABodyAndAnErrorWithoutAnEndAreCut() {
        String much = "x".repeat(1 << 16);
        assertThat(sentence(send(new EndlessServer(HEAD + "data: ", much, Duration.ZERO), USUAL, true)))
                .startsWith("The answer was longer than 32 MB, so the call was ended.");
        assertThat(sentence(send(new EndlessServer(HEAD, "data: " + much + "\n", Duration.ZERO), USUAL, true)))
                .startsWith("The answer was longer than 32 MB, so the call was ended.");
        assertThat(sentence(send(new EndlessServer(HEAD, ": " + much + "\n", Duration.ZERO), USUAL, true)))
                .startsWith("The answer was longer than 64 MB, so the call was ended.");
        assertThat(sentence(send(new EndlessServer(JSON, much, Duration.ZERO), USUAL, false)))
                .startsWith("The answer was longer than 64 MB, so the call was ended.");
        Calls.Heard refused = send(new EndlessServer(JSON.replace("200 OK", "500 No"), "no ", Duration.ZERO), USUAL,
                false);
        assertThat(refused.failure().kind()).isEqualTo(Kind.SERVER_ERROR);
        assertThat(refused.failure().said()).startsWith("no no no").hasSizeLessThan(1_100);
    }

    @Test
    void aCallThatIsCancelledIsNotLate() {
        var cancellation = new Cancellation();
        var events = new ArrayList<CallEvent>();
        try (var server = new EndlessServer(HEAD, WORD, Duration.ofMillis(10));
                var provider = Calls.provider(server.baseUrl())) {
            provider.send(new ModelCall(Api.CHAT, "{}", true, CallLimits.within(Duration.ofSeconds(30))), cancellation,
                    event -> {
                        events.add(event);
                        cancellation.cancel();
                    });
        }
        assertThat(events.getLast()).isInstanceOf(CallEvent.Cancelled.class);
    }

    @Test
    void aCertificateThatNobodyKnowsIsToldAsWhatItIs() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = LimitsTest.class.getResourceAsStream("/tls/self-signed.p12")) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);

        Calls.Heard heard = send(new EndlessServer(tls.getServerSocketFactory(), HEAD, WORD, Duration.ofMillis(10)),
                USUAL, true);

        assertThat(heard.failure().kind()).isEqualTo(Kind.UNTRUSTED);
        assertThat(sentence(heard)).startsWith("The certificate of https://127.0.0.1:").contains(" is not trusted. ");
    }

    @Test
    void aProxyThatRefusesIsNotTakenForTheServer() {
        var failures = new Failures(new Failure.Server("https://api.example.com/v1", ""), "", Duration.ofSeconds(1));

        for (String said : List.of("Unexpected response code for CONNECT: 403", "Failed to authenticate with proxy")) {
            var failure = (Failure.Known) failures.unreachable(new UncheckedIOException(new IOException(said)))
                    .failure();
            assertThat(failure.kind()).isEqualTo(Kind.PROXY_REFUSED);
            assertThat(failure.status()).isEqualTo(said.endsWith("403") ? 403 : 407);
            assertThat(FailureWords.sentence(failure))
                    .startsWith("A proxy did not let the call through to https://api.example.com/v1.");
        }
    }

    @Test
    void aPortThatDoesNotExistIsSaid() {
        assertThatThrownBy(() -> Calls.provider("http://127.0.0.1:70000/v1")).isInstanceOf(ProviderException.class)
                .hasMessage("There is no port 70000: ports go from 1 to 65535");
        assertThatThrownBy(() -> Calls.provider("http://127.0.0.1:0/v1")).isInstanceOf(ProviderException.class);
    }
}
