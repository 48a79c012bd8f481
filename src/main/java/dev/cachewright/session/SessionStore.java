package dev.cachewright.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Keeps sessions: the calls as an index, and beside it what went out and came back in each. A session that one window
/// has open is that window's own: no other window adds to it.
public interface SessionStore extends AutoCloseable {

    /// Keeps one finished call; returns when it is safe.
    ///
    /// @param session that it belongs to, with its calls before this one or without
    /// @throws IOException where it cannot be kept, in words for its user; what was kept before stays
    void append(Session session, Call call, Exchange exchange) throws IOException;

    /// The session that was called last; empty where there is none, or another window has it open.
    ///
    /// @throws IOException where sessions cannot be read at all, in words for their user
    Optional<Restored> last() throws IOException;

    /// All sessions, the one that was called last first.
    ///
    /// @throws IOException where they cannot be read
    List<SessionSummary> list() throws IOException;

    /// The session with this id, which is this window's own from now on.
    ///
    /// @throws IOException where another window has it open, or it cannot be read
    Restored open(String id) throws IOException;

    /// A session to look at, whoever has it open.
    ///
    /// @throws IOException where it cannot be read
    Session read(String id) throws IOException;

    /// What went out and came back in a call; empty where it is not kept.
    ///
    /// @throws IOException where it is kept and cannot be read
    Optional<Exchange> exchange(String session, int number) throws IOException;

    /// Gives a session another name, and says of which prompt it is now.
    ///
    /// @param name empty for none
    /// @throws IOException where it cannot be written
    void relabel(String session, String name, PromptSource prompt) throws IOException;

    /// Removes a session with all that it has sent and received, so that nothing of it is left in the file.
    ///
    /// @throws IOException where another window has it open, or it cannot be removed
    void delete(String session) throws IOException;

    /// This window does not show the session any more: another may open it.
    void release(String session);

    /// Closes what it holds open.
    @Override
    void close();

    /// A session that was kept.
    ///
    /// @param damage what of it, or of all sessions, could not be read; empty where all could
    record Restored(Session session, Optional<Damage> damage) {
    }

    /// Calls that cannot be read.
    ///
    /// @param calls how many are known to be lost; 0 where that cannot be told
    /// @param original where they are kept as they were; empty where they could not be set aside
    record Damage(int calls, Optional<Path> original) {
    }
}
