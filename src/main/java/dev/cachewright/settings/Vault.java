package dev.cachewright.settings;

import dev.cachewright.provider.KeyRef;
import java.util.Optional;

/// A place in which keys are kept. May wait for the system, and the system for its user.
public interface Vault {

    /// Said where a vault cannot be used; the message says why, for people.
    final class Closed extends Exception {

        private static final long serialVersionUID = 1L;

        public Closed(String message) {
            super(message);
        }
    }

    /// The text of a key; empty where it has none of this name.
    ///
    /// @throws Closed where it cannot be read
    Optional<String> read(KeyRef key) throws Closed;

    /// @throws Closed where nothing can be kept
    void write(KeyRef key, Secret secret) throws Closed;

    /// Returns whether there was one.
    ///
    /// @throws Closed where it cannot be changed
    boolean remove(KeyRef key) throws Closed;

    /// A vault that a system does not have.
    static Vault none() {
        return new NoVault();
    }
}
