package dev.cachewright.settings;

import dev.cachewright.provider.BaseUrl;
import dev.cachewright.provider.KeyRef;
import dev.cachewright.provider.ProviderException;
import java.util.Map;
import java.util.Optional;

/// Keys in the environment, each under the name that its provider gave it.
public final class EnvironmentSecrets implements Secrets {

    private static final String AZURE = "AZURE_OPENAI_API_KEY";
    /// Where it is set, the key of Azure is for this server alone: each customer has one of their own.
    private static final String AZURE_ENDPOINT = "AZURE_OPENAI_ENDPOINT";

    private final Map<String, String> environment;

    public EnvironmentSecrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<Secret> of(KeyRef key) {
        String value = environment.getOrDefault(key.variable(), "");
        String endpoint = environment.getOrDefault(AZURE_ENDPOINT, "");
        boolean isForAnother = key.variable().equals(AZURE) && !endpoint.isBlank()
                && !BaseUrl.origin(endpoint).equals(key.origin());
        if (key.isNone() || value.isBlank() || isForAnother) {
            return Optional.empty();
        }
        try {
            return Optional.of(Secret.of(value));
        } catch (ProviderException e) {
            throw new ProviderException(key.variable() + " cannot be sent. " + e.getMessage());
        }
    }
}
