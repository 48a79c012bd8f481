package dev.cachewright.ui.document;

import dev.cachewright.words.FewWords;
import dev.cachewright.words.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/// What is said where others have changed a file of the open prompt; nothing where none has.
public final class NewerFilesViewModel {

    private final NewerFiles newer;
    private final StringBinding text;

    public NewerFilesViewModel(NewerFiles newer) {
        this.newer = newer;
        this.text = Bindings.createStringBinding(this::words, newer.filesProperty(), newer.prompt().dirtyProperty());
    }

    private String words() {
        List<Path> files = newer.filesProperty().get();
        if (files.isEmpty()) {
            return "";
        }
        String names = FewWords.list(files.stream().map(file -> file.getFileName().toString()).toList());
        return Texts.format(newer.prompt().isDirty() ? "newer-files.changed-both" : "newer-files.changed", names,
                files.size());
    }

    void reload() {
        newer.reload();
    }

    void compare() {
        newer.compare();
    }

    void keepMine() {
        newer.keepMine();
    }

    public StringBinding textProperty() {
        return text;
    }

    public String getText() {
        return text.get();
    }
}
