package dev.cachewright.ui;

import dev.cachewright.store.FileDifference;
import dev.cachewright.ui.document.Dialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A user who answers at once, by default with what changes nothing on disk.
public final class FakeDialogs implements Dialogs {

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<Path> folders = new CopyOnWriteArrayList<>();
    private Newer newer = Newer.LATER;
    private Optional<Path> openFrom = Optional.empty();
    private Optional<Path> saveTo = Optional.empty();
    private Unsaved unsaved = Unsaved.DISCARD;
    private Overwrite overwrites = Overwrite.NOTHING;
    private Several several = Several.NOTHING;
    private boolean restores;
    private boolean usesOutside;

    /// The file, or data set, that is chosen to be opened.
    public void openFrom(Path file) {
        openFrom = Optional.of(file);
    }

    public void saveTo(Path file) {
        saveTo = Optional.of(file);
    }

    public void answerUnsaved(Unsaved answer) {
        unsaved = answer;
    }

    public void answerSeveral(Several answer) {
        several = answer;
    }

    public void overwrite() {
        overwrites = Overwrite.OVERWRITE;
    }

    public void compareBeforeOverwriting() {
        overwrites = Overwrite.COMPARE;
    }

    public void useOutside() {
        usesOutside = true;
    }

    public void restore() {
        restores = true;
    }

    public List<String> errors() {
        return errors;
    }

    /// What was asked, and of which files.
    public List<String> questions() {
        return questions;
    }

    public void answerNewer(Newer answer) {
        newer = answer;
    }

    /// Where the dialogs that choose a file began.
    public List<Path> folders() {
        return folders;
    }

    @Override
    public Newer askNewer(List<FileDifference> differences) {
        differences.forEach(difference -> questions.add("newer " + difference.file().getFileName()));
        return newer;
    }

    @Override
    public Optional<Path> chooseOpen(Optional<Path> folder) {
        folder.ifPresent(folders::add);
        return openFrom;
    }

    @Override
    public Optional<Path> chooseSave(String name, Optional<Path> folder) {
        folder.ifPresent(folders::add);
        return saveTo;
    }

    @Override
    public Optional<Path> chooseExport(String name, Optional<Path> folder) {
        folder.ifPresent(folders::add);
        return saveTo;
    }

    @Override
    public Optional<Path> chooseSessionCopy(String name, Optional<Path> folder) {
        folder.ifPresent(folders::add);
        return saveTo;
    }

    @Override
    public Optional<Path> chooseValues(Optional<Path> folder) {
        folder.ifPresent(folders::add);
        return openFrom;
    }

    @Override
    public Unsaved askUnsaved(String name) {
        questions.add("unsaved " + name);
        return unsaved;
    }

    @Override
    public Overwrite askOverwrite(List<Path> changed) {
        questions.add("overwrite " + String.join(", ", changed.stream().map(path -> path.getFileName().toString())
                .toList()));
        return overwrites;
    }

    @Override
    public boolean askOutside(String name, List<Path> files) {
        questions.add("outside " + name + ": " + String.join(", ", files.stream().map(Path::toString).toList()));
        return usesOutside;
    }

    @Override
    public Several askSeveral(String name) {
        questions.add("several " + name);
        return several;
    }

    @Override
    public boolean askRestore(String name) {
        questions.add("restore " + name);
        return restores;
    }

    @Override
    public void showError(String title, String message) {
        errors.add(message);
    }
}
