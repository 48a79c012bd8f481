package dev.cachewright.ui.document;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.report.SessionCopy;
import dev.cachewright.report.SessionForm;
import dev.cachewright.session.Exchanges;
import dev.cachewright.session.Session;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Writes sessions to files of the user's choice, in the form that the ending of the file says.
public final class SessionExports {

    private final Workspace workspace;
    private final DocumentActions actions;
    private final Background background;
    private final Dialogs dialogs;

    SessionExports(Workspace workspace, DocumentActions actions, Background background, Dialogs dialogs) {
        this.workspace = workspace;
        this.actions = actions;
        this.background = background;
        this.dialogs = dialogs;
    }

    /// Writes the session that is shown, with the calls that the disk has refused.
    public void exportShown() {
        Session session = workspace.session().getSession();
        choose(session.id(), file -> actions.load(DocumentActions.notSaved(file), writing(session, file), form -> {
            // The other forms do not hold what was sent: where that is nowhere else, it is still to be saved.
            if (form == SessionForm.JSONL) {
                workspace.session().copied(session);
            }
        }));
    }

    /// Writes a session of the disk.
    ///
    /// @param told is given a sentence once it is written, or on why it is not
    public void export(String id, Consumer<String> told) {
        choose(id, file -> {
            Consumer<Throwable> fail = failure -> told.accept(Texts.format("session-export.not-written",
                    file.getFileName(), Sentence.of(Unexpected.words(failure, IOException.class,
                            InputException.class))));
            workspace.sessions().read(id).onDone(session -> background.run(writing(session, file))
                    .onDone(form -> told.accept(Texts.format("session-export.written", file)))
                    .onFailure(Throwable.class, fail)).onFailure(Throwable.class, fail);
        });
    }

    private void choose(String id, Consumer<Path> then) {
        dialogs.chooseSessionCopy("session-" + id + "." + SessionForm.JSONL.word(), actions.folder()).ifPresent(then);
    }

    private Callable<SessionForm> writing(Session session, Path file) {
        Exchanges exchanges = workspace.sessions().exchanges(session.id());
        return () -> {
            SessionForm form = SessionForm.of(file)
                    .orElseThrow(() -> new InputException(Texts.get("session-export.unknown-ending"), 0, 0));
            SessionCopy.write(session, exchanges, form, file);
            return form;
        };
    }
}
