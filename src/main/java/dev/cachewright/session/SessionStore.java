package dev.cachewright.session;

import java.io.IOException;
import java.util.Optional;

/// Keeps the calls of sessions, and gives back the last session.
public interface SessionStore {

    /// Keeps one finished call of a session; returns when it is safe.
    ///
    /// @throws IOException where it cannot be kept; what was kept before stays
    void append(Session session, Call call) throws IOException;

    /// The session that was written to last, as far as it can be read.
    Optional<Session> last();
}
