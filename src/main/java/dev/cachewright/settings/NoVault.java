package dev.cachewright.settings;

import dev.cachewright.provider.KeyRef;
import java.util.Optional;

/// Stands in where there is no keychain.
final class NoVault implements Vault {

    @Override
    public Optional<String> read(KeyRef key) throws Closed {
        throw closed();
    }

    @Override
    public void write(KeyRef key, Secret secret) throws Closed {
        throw closed();
    }

    @Override
    public boolean remove(KeyRef key) throws Closed {
        throw closed();
    }

    private static Closed closed() {
        return new Closed("This system offers no keychain");
    }
}
