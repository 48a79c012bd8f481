package dev.cachewright.ui.document;

import dev.cachewright.store.FileDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the window asks its user.
public interface Dialogs {

    /// What to do with work that is not saved.
    enum Unsaved {
        SAVE, DISCARD, CANCEL
    }

    /// What to do where saving would replace what others wrote.
    enum Overwrite {
        OVERWRITE, COMPARE, NOTHING
    }

    /// What to do with files that others have changed.
    enum Newer {
        RELOAD, KEEP_MINE, LATER
    }

    /// What to do with a file of several calls that a prompt can be opened from, too.
    enum Several {
        TRAFFIC, PROMPT, NOTHING
    }

    /// A prompt file or request body to open.
    ///
    /// @param folder where to begin
    Optional<Path> chooseOpen(Optional<Path> folder);

    /// Where to save, with a suggested name.
    Optional<Path> chooseSave(String name, Optional<Path> folder);

    /// Where to write what is open in another form, with a suggested name that has no ending; the ending says the form.
    Optional<Path> chooseExport(String name, Optional<Path> folder);

    /// Where to save a copy of a session, with a suggested name.
    Optional<Path> chooseSessionCopy(String name, Optional<Path> folder);

    /// A data set to load.
    Optional<Path> chooseValues(Optional<Path> folder);

    /// Shows what differs between the window and the disk, and asks which of the two is to stay.
    Newer askNewer(List<FileDifference> differences);

    Unsaved askUnsaved(String name);

    /// Whether to overwrite files that others have changed.
    Overwrite askOverwrite(List<Path> changed);

    /// Whether a prompt may use files outside its folder.
    boolean askOutside(String name, List<Path> files);

    /// Whether the calls in a file are read as traffic, or the first as a prompt.
    Several askSeveral(String name);

    /// Whether to open unsaved changes that a crash has left.
    boolean askRestore(String name);

    /// Shows what went wrong.
    void showError(String title, String message);
}
