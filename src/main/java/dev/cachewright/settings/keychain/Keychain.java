package dev.cachewright.settings.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.cachewright.provider.KeyRef;
import dev.cachewright.settings.Secret;
import dev.cachewright.settings.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The keychain of the system's user. Each use opens it anew: one that was locked may be open by now; one that is not
/// there is looked for once.
public final class Keychain implements Vault {

    private static final String SERVICE = "Cachewright";
    /// The system may ask its user to unlock the keychain; somebody who is not there must not hold up a call for ever.
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String MISSING = "This system offers no keychain";

    private final String service;
    /// The library leaves a connection and threads behind each time that it looks in vain.
    private volatile boolean isMissing;

    public Keychain() {
        this(SERVICE);
    }

    Keychain(String service) {
        this.service = service;
    }

    /// Not before the first use: to set up the logging system takes 10 ms of a start.
    private static final class Libraries {

        /// They log to standard error that there is no session bus, which is no fault here. Kept, since the logging
        /// system forgets the level of a logger that nobody holds.
        private static final List<Logger> TALKATIVE = List
                .of("org.freedesktop.dbus", "de.swiesend", "com.github.javakeyring")
                .stream().map(Logger::getLogger).toList();
    }

    private interface Use<T> {
        T of(Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public Optional<String> read(KeyRef key) throws Closed {
        return within(keyring -> found(keyring, key));
    }

    /// The library throws for a key that it does not have as for one that it may not show.
    private Optional<String> found(Keyring keyring, KeyRef key) {
        try {
            return Optional.ofNullable(keyring.getPassword(service, key.entry())).filter(text -> !text.isEmpty());
        } catch (PasswordAccessException _) {
            return Optional.empty();
        }
    }

    @Override
    public void write(KeyRef key, Secret secret) throws Closed {
        within(keyring -> {
            keyring.setPassword(service, key.entry(), secret.reveal());
            return "";
        });
    }

    @Override
    public boolean remove(KeyRef key) throws Closed {
        return within(keyring -> {
            if (found(keyring, key).isEmpty()) {
                return false;
            }
            keyring.deletePassword(service, key.entry());
            return true;
        });
    }

    private <T> T within(Use<T> use) throws Closed {
        if (isMissing) {
            throw new Closed(MISSING);
        }
        var task = new FutureTask<>(() -> open(use));
        Thread.ofPlatform().daemon().name("keychain").start(task);
        try {
            return task.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // A locked collection comes as a bare NullPointerException, a missing library as an error.
            isMissing = e.getCause() instanceof BackendNotSupportedException;
            throw new Closed(isMissing ? MISSING : "The keychain of this system cannot be used now: it may be locked");
        } catch (TimeoutException _) {
            task.cancel(true);
            throw new Closed("The keychain of this system did not answer");
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new Closed("The keychain was not waited for");
        }
    }

    private static <T> T open(Use<T> use) throws Exception {
        Libraries.TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
        Keyring keyring = Keyring.create();
        try {
            return use.of(keyring);
        } finally {
            close(keyring);
        }
    }

    /// What was done is done, however the connection ends.
    private static void close(Keyring keyring) {
        try {
            keyring.close();
        } catch (Exception _) {
            // Nothing depends on it.
        }
    }
}
