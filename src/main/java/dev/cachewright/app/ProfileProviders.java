package dev.cachewright.app;

import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.anthropic.MessagesDialect;
import dev.cachewright.provider.openai.OpenAiDialect;
import dev.cachewright.provider.wire.Dialects;
import dev.cachewright.provider.wire.HttpProvider;
import dev.cachewright.provider.wire.Route;
import dev.cachewright.session.Failure;
import dev.cachewright.words.FailureWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Gives each profile its adapter, one for each base URL.
public final class ProfileProviders implements Providers {

    private static final String OPENAI_KEY = "OPENAI_API_KEY";

    private final Supplier<String> simulatorBaseUrl;
    private final Map<String, String> environment;
    private final Map<Profile, Provider> made = new HashMap<>();

    /// @param simulatorBaseUrl asked for when a call goes to the simulator
    /// @param environment where keys are looked up
    public ProfileProviders(Supplier<String> simulatorBaseUrl, Map<String, String> environment) {
        this.simulatorBaseUrl = simulatorBaseUrl;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public synchronized Provider of(Profile profile) {
        return made.computeIfAbsent(profile, this::make);
    }

    @Override
    public synchronized void close() {
        made.values().forEach(Provider::close);
        made.clear();
    }

    private Provider make(Profile profile) {
        String key = environment.getOrDefault(OPENAI_KEY, "").strip();
        return switch (profile.kind()) {
            // The simulator is never shown a real key.
            case SIMULATOR -> new HttpProvider(Route.direct(simulatorBaseUrl.get(), Route.KeySlot.optional()), () -> "",
                    new Dialects(List.of(new OpenAiDialect(), new MessagesDialect())));
            case OPENAI -> {
                if (key.isEmpty()) {
                    throw new ProviderException(FailureWords.sentence(new Failure.Known(Failure.Kind.NO_KEY, 0, "",
                            new Failure.Server(profile.name(), OPENAI_KEY), 0)));
                }
                yield openAi(profile.baseUrl(), key);
            }
            // A server that was added is shown a key only where its user said so.
            case COMPATIBLE -> openAi(profile.baseUrl(), profile.sendsKey() ? key : "");
        };
    }

    private static Provider openAi(String baseUrl, String key) {
        var slot = new Route.KeySlot(Route.Header.BEARER, OPENAI_KEY, false);
        return new HttpProvider(Route.direct(baseUrl, slot), () -> key, new OpenAiDialect());
    }
}
