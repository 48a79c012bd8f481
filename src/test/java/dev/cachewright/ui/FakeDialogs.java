package dev.cachewright.ui;

import dev.cachewright.ui.document.Dialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A user who answers at once.
public final class FakeDialogs implements Dialogs {

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private Optional<Path> saveTo = Optional.empty();

    public void saveTo(Path file) {
        saveTo = Optional.of(file);
    }

    public List<String> errors() {
        return errors;
    }

    @Override
    public Optional<Path> chooseOpen() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseSave(String name) {
        return saveTo;
    }

    @Override
    public Optional<Path> chooseSessionCopy(String name) {
        return saveTo;
    }

    @Override
    public Optional<Path> chooseValues() {
        return Optional.empty();
    }

    @Override
    public Unsaved askUnsaved(String name) {
        return Unsaved.DISCARD;
    }

    @Override
    public boolean askOverwrite(List<Path> changed) {
        return false;
    }

    @Override
    public void showError(String title, String message) {
        errors.add(message);
    }
}
