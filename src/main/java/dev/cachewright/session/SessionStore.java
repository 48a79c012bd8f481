package dev.cachewright.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps the calls of sessions, and gives back the last session.
public interface SessionStore {

    /// Keeps one finished call of a session; returns when it is safe.
    ///
    /// @throws IOException where it cannot be kept; what was kept before stays
    void append(Session session, Call call) throws IOException;

    /// The session that was written to last, as far as it can be read.
    Optional<Restored> last();

    /// A session that was kept.
    ///
    /// @param damage what of it could not be read; empty where all could
    record Restored(Session session, Optional<Damage> damage) {
    }

    /// Calls of a session that cannot be read.
    ///
    /// @param calls how many
    /// @param original where the session is kept as it was; empty where it could not be copied
    record Damage(int calls, Optional<Path> original) {
    }
}
