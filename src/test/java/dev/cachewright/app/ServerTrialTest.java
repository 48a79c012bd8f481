package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.provider.Extras;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.RecordingServer.Reply;
import dev.cachewright.provider.ServerCheck;
import dev.cachewright.session.Failure;
import dev.cachewright.settings.Secret;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTrialTest {

    private static final String KEY = "sk-entered-0123456789";

    private static ServerCheck.Listing models(RecordingServer server, Profile.Kind kind) {
        try (var providers = new ProfileProviders(() -> "", _ -> Optional.of(Secret.of(KEY)))) {
            return new ServerTrial(providers).models(profile(server, kind));
        }
    }

    private static Profile profile(RecordingServer server, Profile.Kind kind) {
        return new Profile("s", kind, server.baseUrl(), Optional.empty(), "", Extras.none());
    }

    @ParameterizedTest
    @CsvSource({"COMPATIBLE, Authorization, 'Bearer '", "AZURE, api-key, ''", "ANTHROPIC, x-api-key, ''"})
    void modelsAreListedWithTheKeyInTheHeaderOfTheVendor(Profile.Kind kind, String header, String before) {
        try (var server = RecordingServer.answering(_ -> Reply.json(
                "{\"data\": [{\"id\": \"b\"}, {\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"" + KEY + "\"}, {}]}"))) {
            assertThat(models(server, kind).ids()).containsExactly("b", "a", "[key]");
            assertThat(server.asked().getFirst().path()).isEqualTo("/v1/models");
            assertThat(server.asked().getFirst().header(header)).isEqualTo(before + KEY);
            assertThat(server.asked().getFirst().header("anthropic-version")).isEqualTo(
                    kind == Profile.Kind.ANTHROPIC ? "2023-06-01" : "");
        }
    }

    @ParameterizedTest
    @CsvSource({"401, KEY_REFUSED", "403, FORBIDDEN", "404, NOT_FOUND", "500, SERVER_ERROR", "302, REFUSED",
            "200, NOT_AN_ANSWER"})
    void aListThatDoesNotComeIsAFailureInWords(int status, Failure.Kind kind) {
        try (var elsewhere = RecordingServer.start();
                var server = RecordingServer.answering(_ -> new Reply(status,
                        Map.of("Location", elsewhere.baseUrl() + "/models"), KEY))) {
            var failure = (Failure.Known) models(server, Profile.Kind.COMPATIBLE).failure().orElseThrow();

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.toString()).doesNotContain(KEY);
            assertThat(elsewhere.asked()).as("no redirect is followed").isEmpty();
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidToBeMissing() {
        RecordingServer gone = RecordingServer.start();
        gone.close();

        assertThat(((Failure.Known) models(gone, Profile.Kind.COMPATIBLE).failure().orElseThrow()).kind())
                .isEqualTo(Failure.Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "prompt_tokens": 8, "completion_tokens": 1, "prompt_tokens_details": {"cached_tokens": 0} | true
            "prompt_tokens": 8, "completion_tokens": 1                                                | false
            """)
    void aTrialIsOneCallOfOneToken(String usage, boolean reportsCached) {
        try (var server = RecordingServer.answering(_ -> Reply.json(
                "{\"choices\": [{\"finish_reason\": \"length\", \"message\": {\"content\": \"H\"}}], \"usage\": {"
                        + usage + "}}"));
                var providers = new ProfileProviders(() -> "", _ -> Optional.empty())) {
            var trial = new ServerTrial(providers)
                    .tryOut(profile(server, Profile.Kind.COMPATIBLE), "m\"1");

            assertThat(trial).isEqualTo(new ServerCheck.Trial(reportsCached, Optional.empty()));
            assertThat(server.asked()).singleElement().extracting(RecordingServer.Asked::body).isEqualTo(
                    "{\"model\": \"m\\\"1\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], \"max_tokens\": 1}");
        }
    }

    @Test
    void aTrialNeedsAModelAndAServerThatMayBeCalled() {
        Profile exposed = Profile.compatible("http://192.0.2.7/v1", Optional.empty());
        try (var providers = new ProfileProviders(() -> "", _ -> Optional.empty())) {
            var trial = new ServerTrial(providers);
            assertThatThrownBy(() -> trial.tryOut(exposed, " ")).hasMessage(
                    "A call needs a model: give one for the test");
            assertThatThrownBy(() -> trial.tryOut(exposed, "m")).isInstanceOf(ProviderException.class);
            assertThatThrownBy(() -> trial.models(exposed)).isInstanceOf(ProviderException.class);
        }
    }
}
