package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Extras;
import dev.cachewright.provider.KeyRef;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.RecordingServer.Reply;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.Timeouts;
import dev.cachewright.provider.simulated.SimulatedServer;
import dev.cachewright.settings.EnvironmentSecrets;
import dev.cachewright.settings.KeyFile;
import dev.cachewright.settings.Keys;
import dev.cachewright.settings.MemoryVault;
import dev.cachewright.settings.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileProvidersTest {

    private static final String KEY = "sk-test-key-of-ours";
    private static final Map<String, String> ENVIRONMENT = Map.of("OPENAI_API_KEY", KEY, "AZURE_OPENAI_API_KEY", KEY,
            "ANTHROPIC_API_KEY", KEY, "DEEPSEEK_API_KEY", KEY);

    @TempDir
    private Path folder;

    private Keys keys(Map<String, String> environment) {
        return new Keys(new MemoryVault(), new EnvironmentSecrets(environment),
                new KeyFile(folder.resolve("keys.json")));
    }

    private ProfileProviders providers(Keys keys) {
        return new ProfileProviders(() -> "", keys);
    }

    @Test
    void openAiWithoutAKeySaysWhatToDo() {
        try (var providers = providers(keys(Map.of("OPENAI_API_KEY", " ")))) {
            assertThatThrownBy(() -> providers.of(Profile.openAi())).isInstanceOf(ProviderException.class).hasMessage(
                    "There is no key for OpenAI. Enter one in the window under Servers and keys, or with cachewright "
                            + "key set; or set OPENAI_API_KEY in the environment.");
        }
    }

    @Test
    void openAiWithAKeyIsReady() {
        try (var providers = providers(keys(ENVIRONMENT))) {
            assertThat(providers.of(Profile.openAi()).toString()).isEqualTo(
                    "HttpProvider[https://api.openai.com/v1]");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Profile.Kind.class, names = "SIMULATOR", mode = EnumSource.Mode.EXCLUDE)
    void noServerButTheirOwnIsSentTheKeysOfTheEnvironment(Profile.Kind kind) {
        try (RecordingServer server = RecordingServer.start(); var providers = providers(keys(ENVIRONMENT))) {
            Profile stranger = new Profile("stranger", kind, server.baseUrl(), Optional.empty(), "", Extras.none());
            if (kind.needsKey()) {
                assertThatThrownBy(() -> providers.of(stranger)).isInstanceOf(ProviderException.class);
            } else {
                assertThat(call(providers.of(stranger))).isInstanceOf(CallEvent.Completed.class);
            }
            assertThat(server.asked().toString()).doesNotContain(KEY);
        }
    }

    @Test
    void aKeyThatIsEnteredIsSentFromTheNextRunOnAndNotAfterItIsRemoved() {
        Keys keys = keys(Map.of());
        try (SimulatedServer server = Simulators.start(Simulators.quick().withApiKey(KEY));
                var providers = providers(keys)) {
            Profile own = Profile.compatible(server.baseUrl(), Optional.empty());

            assertThat(status(providers.of(own))).isEqualTo(401);
            keys.set(own.key(), Secret.of(KEY), false);
            assertThat(call(providers.of(own))).isInstanceOf(CallEvent.Completed.class);
            keys.remove(own.key());
            assertThat(status(providers.of(own))).isEqualTo(401);
        }
    }

    @Test
    void aKeyStaysWithItsServerWhereTheAddressOfTheProfileIsEdited() {
        Keys keys = keys(Map.of());
        try (RecordingServer first = RecordingServer.start();
                RecordingServer second = RecordingServer.start();
                var providers = providers(keys)) {
            Profile before = Profile.compatible(first.baseUrl(), Optional.empty()).withName("mine");
            Profile after = Profile.compatible(second.baseUrl(), Optional.empty()).withName("mine");
            keys.set(before.key(), Secret.of(KEY), false);

            call(providers.of(before));
            call(providers.of(after));

            assertThat(first.asked().getFirst().header("Authorization")).isEqualTo("Bearer " + KEY);
            assertThat(second.asked().toString()).doesNotContain(KEY);
        }
    }

    @Test
    void aRedirectIsNotFollowedWithTheKey() {
        Keys keys = keys(Map.of());
        try (RecordingServer elsewhere = RecordingServer.start();
                RecordingServer server = RecordingServer.answering(asked -> new Reply(307,
                        Map.of("Location", elsewhere.baseUrl() + "/chat/completions"), ""));
                var providers = providers(keys)) {
            Profile own = Profile.compatible(server.baseUrl(), Optional.empty());
            keys.set(own.key(), Secret.of(KEY), false);

            assertThat(status(providers.of(own))).isEqualTo(307);
            assertThat(server.asked()).hasSize(1);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void aServerElsewhereIsCalledWithoutEncryptionOnlyWhereItsUserAgreed() {
        Profile exposed = Profile.compatible("http://192.0.2.7:8080/v1", Optional.empty());
        try (var providers = providers(keys(Map.of()))) {
            assertThatThrownBy(() -> providers.of(exposed)).isInstanceOf(ProviderException.class).hasMessage(
                    "http://192.0.2.7:8080/v1 is not encrypted: whoever is on the way can read prompts and the key. Use "
                            + "https, or allow it: in the window under Servers and keys, on the command line with "
                            + "--plain-http.");
            assertThat(providers.of(exposed.allowed())).isNotNull();
            Profile moved = new Profile(exposed.name(), exposed.kind(), "http://192.0.2.8:8080/v1", exposed.rules(),
                    exposed.allowed().exposedTo(), Extras.none());
            assertThatThrownBy(() -> providers.of(moved)).isInstanceOf(ProviderException.class);
        }
    }

    @Test
    void headersAndProxyOfAProfileReachItsServer() {
        try (RecordingServer proxy = RecordingServer.start(); var providers = providers(keys(Map.of()))) {
            var headers = new LinkedHashMap<>(Map.of("X-Team", "search"));
            Extras extras = new Extras("org-1", "proj_2", headers, "{\"seed\": 7, \"model\\u0020x\": [1]}",
                    proxy.baseUrl().replaceAll("http://|/v1", ""), Timeouts.usual());
            Profile profile = Profile.compatible("http://server.invalid/v1", Optional.empty()).allowed()
                    .withExtras(extras);

            assertThat(call(providers.of(profile))).isInstanceOf(CallEvent.Completed.class);

            RecordingServer.Asked asked = proxy.asked().getFirst();
            assertThat(asked.header("Host")).isEqualTo("server.invalid");
            assertThat(asked.header("X-Team")).isEqualTo("search");
            assertThat(asked.header("OpenAI-Organization")).isEqualTo("org-1");
            assertThat(asked.header("OpenAI-Project")).isEqualTo("proj_2");
            // The fields of the body are put in by the run: what is kept of a call is what was sent.
            assertThat(asked.body()).isEqualTo(
                    "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}");
        }
    }

    private static int status(Provider provider) {
        return call(provider) instanceof CallEvent.Failed failed ? failed.failure().status() : 0;
    }

    @Test
    void simulatorIsNeverShownAKey() {
        try (RecordingServer server = RecordingServer.start();
                var providers = new ProfileProviders(server::baseUrl, (KeyRef _) -> Optional.of(Secret.of(KEY)))) {
            call(providers.of(Profile.simulator()));

            assertThat(server.asked()).hasSize(1);
            assertThat(server.asked().toString()).doesNotContain(KEY);
        }
    }

    @Test
    void profileKeepsItsAdapter() {
        try (SimulatedServer server = Simulators.start();
                var providers = new ProfileProviders(server::baseUrl, keys(Map.of()))) {
            assertThat(providers.of(Profile.simulator())).isSameAs(providers.of(Profile.simulator()));
        }
    }

    private static CallEvent call(Provider provider) {
        List<CallEvent> events = new ArrayList<>();
        provider.send(
                new ModelCall(Api.CHAT,
                        "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}", false),
                new Cancellation(),
                events::add);
        return events.getLast();
    }
}
