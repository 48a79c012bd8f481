package dev.cachewright.ui.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the window asks its user.
public interface Dialogs {

    /// What to do with work that is not saved.
    enum Unsaved {
        SAVE, DISCARD, CANCEL
    }

    /// A prompt file or request body to open.
    Optional<Path> chooseOpen();

    /// Where to save, with a suggested name.
    Optional<Path> chooseSave(String name);

    /// Where to save a copy of a session, with a suggested name.
    Optional<Path> chooseSessionCopy(String name);

    /// A data set to load.
    Optional<Path> chooseValues();

    Unsaved askUnsaved(String name);

    /// Whether to overwrite files that others have changed.
    boolean askOverwrite(List<Path> changed);

    /// Whether a prompt may use files outside its folder.
    boolean askOutside(String name, List<Path> files);

    /// Whether to open unsaved changes that a crash has left.
    boolean askRestore(String name);

    /// Shows what went wrong.
    void showError(String title, String message);
}
