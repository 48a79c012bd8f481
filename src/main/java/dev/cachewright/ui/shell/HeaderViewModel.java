package dev.cachewright.ui.shell;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.document.DocumentActions;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the header shows and offers: the file, and where, how and with which row it is sent.
public final class HeaderViewModel {

    private final Workspace workspace;
    private final DocumentActions documents;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper profile = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper api = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper row = new ReadOnlyStringWrapper("");

    public HeaderViewModel(Workspace workspace, DocumentActions documents) {
        this.workspace = workspace;
        this.documents = documents;
        PromptModel prompt = workspace.prompt();
        subscriptions.add(prompt.documentProperty()
                .subscribe(open -> file.set(open.map(PromptDocument::name).orElse(Texts.get("header.no-file")))));
        subscriptions.add(prompt.promptProperty().subscribe(now -> showSettings(now.settings())));
        subscriptions.add(prompt.valuesProperty().subscribe(this::showRow));
        subscriptions.add(prompt.rowProperty().subscribe(this::showRow));
        subscriptions.add(workspace.preferences().preferencesProperty()
                .subscribe(now -> profile.set(now.profileInUse().name())));
        subscriptions.add(workspace.runs().doneProperty().subscribe(this::showProgress));
        subscriptions.add(workspace.runs().runningProperty().subscribe(this::showProgress));
        subscriptions.add(workspace.runs().measuringProperty().subscribe(this::showProgress));
        subscriptions.add(workspace.runs().waitingProperty().subscribe(now -> showProgress()));
        showRow();
        showProgress();
    }

    /// How far a series is, why no call can be sent, and for how long a call waits.
    private void showProgress() {
        int planned = workspace.runs().plannedProperty().get();
        boolean isShown = workspace.runs().isRunning() && planned > 1;
        String done = isShown
                ? Texts.format("header.progress", Numbers.count(workspace.runs().doneProperty().get()),
                        Numbers.count(planned))
                : workspace.runs().measuringProperty().get() ? Texts.get("header.measuring") : "";
        progress.set(workspace.runs().waitingProperty().get()
                .map(wait -> Texts.format(isShown ? "header.progress-waits" : "header.waits", wait.secondsLeft(), done))
                .orElse(done));
    }

    List<Path> recentFiles() {
        return workspace.preferences().get().recentFiles();
    }

    void open(Path file) {
        documents.open(file);
    }

    private void showSettings(Settings settings) {
        model.set(settings.model().isEmpty() ? Texts.get("header.no-model") : settings.model());
        api.set(Texts.get("header.api." + settings.api().word()));
    }

    private void showRow() {
        Values values = workspace.prompt().getValues();
        String name = values.name()
                .substring(Math.max(values.name().lastIndexOf('/'), values.name().lastIndexOf('\\')) + 1);
        row.set(values.isEmpty()
                ? values.columns().isEmpty() ? Texts.get("header.no-values") : Texts.format("header.no-rows", name)
                : Texts.format("header.row", name, Numbers.count(workspace.prompt().getRow() + 1L),
                        Numbers.count(values.rows().size())));
    }

    void useProfile(String name) {
        workspace.preferences().change(now -> now.withProfileInUse(name));
    }

    void useModel(String id) {
        change(settings -> settings.withModel(id.strip()));
        workspace.preferences().change(now -> now.withRecentModel(id.strip()));
    }

    void useApi(Api chosen) {
        change(settings -> settings.withApi(chosen));
    }

    private void change(UnaryOperator<Settings> change) {
        Prompt now = workspace.prompt().getPrompt();
        if (workspace.prompt().getDocument().isPresent()) {
            workspace.prompt().edit(now.withSettings(change.apply(now.settings())));
        }
    }

    int rows() {
        return workspace.prompt().getValues().rows().size();
    }

    void useRow(int index) {
        workspace.prompt().showRow(Math.clamp(index, 0, Math.max(0, rows() - 1)));
    }

    public ReadOnlyStringProperty fileProperty() {
        return file.getReadOnlyProperty();
    }

    public String getFile() {
        return file.get();
    }

    public ReadOnlyBooleanProperty dirtyProperty() {
        return workspace.prompt().dirtyProperty();
    }

    public boolean isDirty() {
        return workspace.prompt().isDirty();
    }

    public ReadOnlyStringProperty profileProperty() {
        return profile.getReadOnlyProperty();
    }

    public String getProfile() {
        return profile.get();
    }

    public ReadOnlyStringProperty modelProperty() {
        return model.getReadOnlyProperty();
    }

    public String getModel() {
        return model.get();
    }

    public ReadOnlyStringProperty apiProperty() {
        return api.getReadOnlyProperty();
    }

    public String getApi() {
        return api.get();
    }

    public ReadOnlyStringProperty rowProperty() {
        return row.getReadOnlyProperty();
    }

    public String getRow() {
        return row.get();
    }

    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public String getProgress() {
        return progress.get();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return workspace.runs().runningProperty();
    }

    public boolean isRunning() {
        return workspace.runs().isRunning();
    }
}
