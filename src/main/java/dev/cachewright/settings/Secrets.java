package dev.cachewright.settings;

import dev.cachewright.provider.KeyRef;
import java.util.Optional;

/// Where keys are looked up. It may ask the system, and so the user: not for the UI thread.
public interface Secrets {

    /// The key that this names; empty where there is none, or none is sent.
    Optional<Secret> of(KeyRef key);
}
