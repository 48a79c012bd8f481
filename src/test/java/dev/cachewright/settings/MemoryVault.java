package dev.cachewright.settings;

import dev.cachewright.provider.KeyRef;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Stands in for the keychain of a system.
public final class MemoryVault implements Vault {

    private final Map<String, String> keys = new ConcurrentHashMap<>();

    @Override
    public Optional<String> read(KeyRef key) {
        return Optional.ofNullable(keys.get(key.entry()));
    }

    @Override
    public void write(KeyRef key, Secret secret) {
        keys.put(key.entry(), secret.reveal());
    }

    @Override
    public boolean remove(KeyRef key) {
        return keys.remove(key.entry()) != null;
    }
}
