package dev.cachewright.ui.document;

import dev.cachewright.settings.Preferences;
import dev.cachewright.store.Samples;
import dev.cachewright.ui.workspace.PreferencesModel;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// What can be opened when nothing is.
public final class StartViewModel {

    private final DocumentActions documents;
    private final ObservableValue<List<Path>> recent;

    public StartViewModel(PreferencesModel preferences, DocumentActions documents) {
        this.documents = documents;
        this.recent = preferences.preferencesProperty().map(Preferences::recentFiles);
    }

    List<String> samples() {
        return Samples.names();
    }

    void openSample(String name) {
        documents.openSample(name);
    }

    void open(Path file) {
        documents.open(file);
    }

    Offer offer() {
        return documents.offer();
    }

    ObservableValue<List<Path>> recentProperty() {
        return recent;
    }
}
