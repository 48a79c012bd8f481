package dev.cachewright.ui.shell;

import dev.cachewright.report.SessionCopy;
import dev.cachewright.report.SessionForm;
import dev.cachewright.session.Exchanges;
import dev.cachewright.session.Session;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Work;
import dev.cachewright.ui.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The calls of the session that is shown as a log like any other, in a folder that only the user can read, for as long
/// as it is looked at.
final class SessionLog {

    private final Session session;
    private final Exchanges exchanges;
    private Optional<Path> file = Optional.empty();

    SessionLog(Workspace workspace) {
        this.session = workspace.session().getSession();
        this.exchanges = workspace.sessions().exchanges(session.id());
    }

    Work<Path> write(Background background) {
        return background.run(() -> {
            Path log = Files.createTempDirectory("cachewright-").resolve("session-" + session.id() + "."
                    + SessionForm.JSONL.word());
            SessionCopy.write(session, exchanges, SessionForm.JSONL, log);
            return log;
        }).onDone(log -> file = Optional.of(log));
    }

    /// What cannot be removed now is left to the system, which empties that folder.
    void delete() {
        file.ifPresent(log -> {
            try {
                Files.deleteIfExists(log);
                Files.deleteIfExists(log.getParent());
            } catch (IOException _) {
                log.toFile().deleteOnExit();
            }
        });
    }
}
