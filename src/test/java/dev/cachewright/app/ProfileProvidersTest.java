package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.SimulatedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileProvidersTest {

    private static final String KEY = "sk-test-key-of-ours";

    @Test
    void openAiWithoutAKeySaysWhatToSet() {
        try (var providers = new ProfileProviders(() -> "", Map.of("OPENAI_API_KEY", " "))) {
            assertThatThrownBy(() -> providers.of(Profile.openAi())).isInstanceOf(ProviderException.class).hasMessage(
                    "There is no key for OpenAI. Set OPENAI_API_KEY in the environment, then start again.");
        }
    }

    @Test
    void openAiWithAKeyIsReady() {
        try (var providers = new ProfileProviders(() -> "", Map.of("OPENAI_API_KEY", KEY))) {
            assertThat(providers.of(Profile.openAi()).toString()).isEqualTo(
                    "HttpProvider[https://api.openai.com/v1]");
        }
    }

    @Test
    void anAddedServerIsSentTheKeyOnlyWhereItsUserSaidSo() {
        try (SimulatedServer server = Simulators.start(Simulators.quick().withApiKey(KEY));
                var with = new ProfileProviders(() -> "", Map.of("OPENAI_API_KEY", KEY + "\n"));
                var without = new ProfileProviders(() -> "", Map.of())) {
            Profile trusted = Profile.compatible(server.baseUrl(), Optional.empty(), true);
            Profile stranger = Profile.compatible(server.baseUrl(), Optional.empty(), false);

            assertThat(call(with.of(trusted))).isInstanceOf(CallEvent.Completed.class);
            assertThat(status(with.of(stranger))).isEqualTo(401);
            assertThat(status(without.of(trusted))).isEqualTo(401);
        }
    }

    private static int status(Provider provider) {
        return ((CallEvent.Failed) call(provider)).failure().status();
    }

    @Test
    void simulatorIsNeverShownTheKey() {
        try (SimulatedServer server = Simulators.start(Simulators.quick().withApiKey(KEY));
                var providers = new ProfileProviders(server::baseUrl, Map.of("OPENAI_API_KEY", KEY))) {
            assertThat(call(providers.of(Profile.simulator()))).isInstanceOf(CallEvent.Failed.class);
        }
    }

    @Test
    void profileKeepsItsAdapter() {
        try (SimulatedServer server = Simulators.start();
                var providers = new ProfileProviders(server::baseUrl, Map.of())) {
            assertThat(providers.of(Profile.simulator())).isSameAs(providers.of(Profile.simulator()));
        }
    }

    private static CallEvent call(Provider provider) {
        List<CallEvent> events = new ArrayList<>();
        provider.send(new ModelCall(Api.RESPONSES, "{\"model\": \"gpt-4o\", \"input\": \"Hi\"}", false),
                new Cancellation(), events::add);
        return events.getLast();
    }
}
