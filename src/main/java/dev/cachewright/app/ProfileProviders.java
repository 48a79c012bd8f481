package dev.cachewright.app;

import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.openai.OpenAiProvider;
import dev.cachewright.session.Failure;
import dev.cachewright.words.FailureWords;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Gives each profile its adapter, one for each base URL.
public final class ProfileProviders implements Providers {

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
        String key = environment.getOrDefault(OpenAiProvider.KEY_VARIABLE, "").strip();
        return switch (profile.kind()) {
            // The simulator is never shown a real key.
            case SIMULATOR -> new OpenAiProvider(simulatorBaseUrl.get(), () -> OpenAiProvider.NO_KEY);
            case OPENAI -> {
                if (key.isEmpty()) {
                    throw new ProviderException(FailureWords.sentence(new Failure.Known(Failure.Kind.NO_KEY, 0, "",
                            new Failure.Server(profile.name(), OpenAiProvider.KEY_VARIABLE), 0)));
                }
                yield new OpenAiProvider(profile.baseUrl(), () -> key);
            }
            // A server that was added is shown a key only where its user said so.
            case COMPATIBLE -> new OpenAiProvider(profile.baseUrl(), () -> key.isEmpty() || !profile.sendsKey()
                    ? OpenAiProvider.NO_KEY
                    : key);
        };
    }
}
