package dev.cachewright.recorder;

import dev.cachewright.session.PromptSource;
import dev.cachewright.session.Session;

/// The sessions of watches: of no prompt, but of an application.
public final class WatchedSession {

    private static final PromptSource APPLICATION = new PromptSource("Watched application", "");

    private WatchedSession() {
    }

    /// @param id of a session that begins now
    public static Session begin(String id) {
        return Session.started(id).of(APPLICATION);
    }

    /// Whether the calls of a session are those of an application.
    public static boolean isOf(Session session) {
        return session.prompt().equals(APPLICATION);
    }
}
