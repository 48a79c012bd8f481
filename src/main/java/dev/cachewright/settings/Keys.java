package dev.cachewright.settings;

import dev.cachewright.provider.KeyMask;
import dev.cachewright.provider.KeyRef;
import dev.cachewright.provider.ProviderException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// All keys of the user: in the system's keychain, else in the environment, else in a file that the user agreed to.
///
/// Safe for several threads. It may wait for the system: not for the UI thread.
public final class Keys implements Secrets {

    private final Vault keychain;
    private final Secrets environment;
    private final KeyFile file;
    /// What was looked up or entered here: struck out of whatever is logged.
    private final List<Secret> known = new CopyOnWriteArrayList<>();

    public Keys(Vault keychain, Secrets environment, KeyFile file) {
        this.keychain = keychain;
        this.environment = environment;
        this.file = file;
    }

    /// A place in which a key can be.
    public enum Place {
        KEYCHAIN, ENVIRONMENT, FILE
    }

    /// A key that was found.
    public record Kept(Secret secret, Place place) {
    }

    @Override
    public Optional<Secret> of(KeyRef key) {
        return find(key).map(Kept::secret);
    }

    /// The key, and where it is kept; empty where there is none.
    ///
    /// @throws ProviderException where one is there and cannot be sent
    public Optional<Kept> find(KeyRef key) {
        if (key.isNone()) {
            return Optional.empty();
        }
        Optional<Kept> found = read(keychain, key).map(secret -> new Kept(secret, Place.KEYCHAIN))
                .or(() -> environment.of(key).map(secret -> new Kept(secret, Place.ENVIRONMENT)))
                .or(() -> read(file, key).map(secret -> new Kept(secret, Place.FILE)));
        found.map(Kept::secret).ifPresent(this::remember);
        return found;
    }

    /// A vault that is closed has no key for now; the places after it may.
    private static Optional<Secret> read(Vault vault, KeyRef key) {
        try {
            return vault.read(key).map(Secret::of);
        } catch (Vault.Closed _) {
            return Optional.empty();
        }
    }

    /// Keeps a key in the keychain; where there is none, in the file if the user agreed to that.
    ///
    /// @return where it is now; empty where it is kept nowhere, because there is no keychain and nobody agreed to a file
    /// @throws ProviderException where the profile sends no key, or it cannot be kept
    public Optional<Place> set(KeyRef key, Secret secret, boolean mayUseFile) {
        if (key.isNone()) {
            throw new ProviderException("No key is ever sent there");
        }
        remember(secret);
        try {
            keychain.write(key, secret);
            forget(file, key);
            return Optional.of(Place.KEYCHAIN);
        } catch (Vault.Closed _) {
            return mayUseFile ? Optional.of(setInFile(key, secret)) : Optional.empty();
        }
    }

    private Place setInFile(KeyRef key, Secret secret) {
        try {
            file.write(key, secret);
            return Place.FILE;
        } catch (Vault.Closed e) {
            throw new ProviderException("The key was not kept: " + e.getMessage());
        }
    }

    /// Removes a key wherever it is kept; one in the environment stays.
    ///
    /// @return whether there was one
    /// @throws ProviderException where it cannot be removed from the file
    public boolean remove(KeyRef key) {
        boolean wasInKeychain = forget(keychain, key);
        try {
            return file.remove(key) || wasInKeychain;
        } catch (Vault.Closed e) {
            throw new ProviderException("The key was not removed: " + e.getMessage());
        }
    }

    private static boolean forget(Vault vault, KeyRef key) {
        try {
            return vault.remove(key);
        } catch (Vault.Closed _) {
            return false;
        }
    }

    /// Keeps a key under the new name of its profile, in the place where it is. One for another server is not taken
    /// along, but removed: it belongs to that server.
    public void move(KeyRef from, KeyRef to) {
        if (from.entry().equals(to.entry())) {
            return;
        }
        if (from.origin().equals(to.origin())) {
            Optional<Kept> kept = find(from).filter(found -> found.place() != Place.ENVIRONMENT);
            kept.ifPresent(found -> set(to, found.secret(), found.place() == Place.FILE));
        }
        remove(from);
    }

    /// The file that keys are kept in where there is no keychain.
    public KeyFile file() {
        return file;
    }

    private void remember(Secret secret) {
        if (!known.contains(secret)) {
            known.add(secret);
        }
    }

    /// The text without any of the keys that were looked up or entered here.
    public String hide(String text) {
        String left = text;
        for (Secret secret : known) {
            left = new KeyMask(secret.reveal()).hide(left);
        }
        return left;
    }
}
