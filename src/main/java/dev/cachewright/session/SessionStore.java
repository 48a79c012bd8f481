package dev.cachewright.session;

import java.util.Optional;

/// Keeps sessions.
public interface SessionStore {

    /// Keeps one finished call of a session; returns when it is safe.
    void append(Session session, Call call);

    /// The session that was written to last, as far as it can be read.
    Optional<Session> last();
}
