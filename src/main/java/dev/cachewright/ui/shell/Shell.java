package dev.cachewright.ui.shell;

import dev.cachewright.ui.changes.ChangesView;
import dev.cachewright.ui.changes.ChangesViewModel;
import dev.cachewright.ui.command.CommandMenus;
import dev.cachewright.ui.command.CommandPaletteView;
import dev.cachewright.ui.command.CommandPaletteViewModel;
import dev.cachewright.ui.command.Commands;
import dev.cachewright.ui.command.KeysView;
import dev.cachewright.ui.command.KeysViewModel;
import dev.cachewright.ui.document.DocumentActions;
import dev.cachewright.ui.document.NewerFilesView;
import dev.cachewright.ui.document.NewerFilesViewModel;
import dev.cachewright.ui.document.StartView;
import dev.cachewright.ui.document.StartViewModel;
import dev.cachewright.ui.editor.EditorView;
import dev.cachewright.ui.fx.EscapeKey;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.layouts.LayoutParts;
import dev.cachewright.ui.notices.NoticesView;
import dev.cachewright.ui.notices.NoticesViewModel;
import dev.cachewright.ui.sessions.FiguresView;
import dev.cachewright.ui.sessions.FiguresViewModel;
import dev.cachewright.ui.sessions.SessionsView;
import dev.cachewright.ui.sessions.SessionsViewModel;
import dev.cachewright.ui.settings.ServerParts;
import dev.cachewright.ui.settings.ServersView;
import dev.cachewright.ui.settings.ServersViewModel;
import dev.cachewright.ui.settings.TelemetryView;
import dev.cachewright.ui.settings.TelemetryViewModel;
import dev.cachewright.ui.traffic.TrafficParts;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Puts the window together around the panes, and does what its commands say.
public final class Shell implements WindowActions {

    private final Workspace workspace;
    private final DocumentActions documents;
    private final StageDialogs dialogs;
    private final Theme theme;
    private final ServerParts servers;
    private final TrafficWindow traffic;
    private final LayoutsWindow layouts;
    private final WatchWindow watch;
    private final Commands commands;
    /// Made when they are first asked for.
    private Optional<CommandPaletteView> palette = Optional.empty();
    private Optional<CacheSettingsView> cacheSettings = Optional.empty();
    private Optional<HeaderView> header = Optional.empty();
    private final EmptyValues emptyValues;
    private final WorkbenchViewModel window;
    private final WorkbenchView view;

    /// Makes what the window does; what it shows is made with [#scene(double, double)] and the steps after it.
    ///
    /// @param address the simulator's address; empty until it runs
    public Shell(Workspace workspace, DocumentActions documents, Look look, EditorView editor, Panes panes,
            ObservableValue<String> address) {
        this.workspace = workspace;
        this.documents = documents;
        this.dialogs = look.dialogs();
        this.theme = look.theme();
        this.servers = look.servers();
        this.traffic = new TrafficWindow(look.traffic(), dialogs.beside(), documents, workspace,
                words -> dialogs.showError(Texts.get("traffic.session-failed"), words));
        this.layouts = new LayoutsWindow(look.layouts(), dialogs, documents, workspace);
        this.watch = new WatchWindow(workspace, dialogs);
        this.emptyValues = new EmptyValues(workspace, this::askEmpty);
        workspace.counts().outcomeProperty().subscribe(now -> now.ifPresent(outcome -> dialogs
                .showError(CountWords.title(outcome), CountWords.message(outcome))));
        this.commands = new CommandList(this, workspace, editor).commands();
        this.window = new WorkbenchViewModel(workspace.prompt(), documents.readingProperty(),
                workspace.session().wantedProperty(),
                workspace.advice().givenProperty().map(given -> given.advice().size()));
        var frame = new WorkbenchView.Frame(
                this::header,
                () -> footer(address),
                this::notices,
                () -> changes(editor),
                () -> Views.load(new StartView(new StartViewModel(workspace.preferences(), documents), commands))
                        .root());
        this.view = new WorkbenchView(window, frame, panes, documents);
    }

    /// Whether there are calls to be seen, with a prompt or without.
    private ObservableValue<Boolean> looksAtCalls() {
        var watching = workspace.watch().watchingProperty();
        return Bindings.createBooleanBinding(
                () -> workspace.session().wantedProperty().get() || watching.get().isPresent(),
                workspace.session().wantedProperty(), watching);
    }

    private Parent header() {
        var model = new HeaderViewModel(workspace, documents);
        var loaded = Views.load(new HeaderView(model, new HeaderChoices(workspace, model, commands), commands));
        header = Optional.of(loaded.view());
        return loaded.root();
    }

    private Parent changes(EditorView editor) {
        return Views.load(new ChangesView(new ChangesViewModel(workspace.prompt(), workspace.analysis()),
                editor.getModel().selectedProperty(), commands::run, documents::compare)).root();
    }

    private Parent footer(ObservableValue<String> address) {
        var model = new FooterViewModel(workspace.prompt(), workspace.analysis(), workspace.preferences(), address);
        return Views.load(new FooterView(model, this::showCacheSettings)).root();
    }

    private Parent notices() {
        return new VBox(watch.strip(() -> showTab("session"), traffic::showSession),
                Views.load(new NewerFilesView(new NewerFilesViewModel(documents.newer()))).root(),
                Views.load(new NoticesView(new NoticesViewModel(workspace, new NoticesViewModel.Doors(
                        documents.sessions()::exportShown, commands::run)))).root());
    }

    /// How the window looks and asks.
    ///
    /// @param servers what its page of servers works with
    /// @param traffic what reads the logs of applications
    /// @param layouts what measures layouts of a prompt
    public record Look(Theme theme, StageDialogs dialogs, ServerParts servers, TrafficParts traffic,
            LayoutParts layouts) {
    }

    /// The scene of the window, dressed, with the keys of all commands; still empty.
    public Scene scene(double width, double height) {
        var scene = new Scene(Views.load(view).root(), width, height);
        theme.install(scene);
        CommandMenus.install(scene, commands);
        TextSize.follow(scene.getRoot(), workspace.preferences());
        // Before the control that has the focus: many take this key and do nothing with it.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean isFree = event.getCode() == KeyCode.ESCAPE && !EscapeKey.closesAround(scene.getFocusOwner());
            if (isFree && workspace.runs().isRunning()) {
                workspace.runs().stop();
                event.consume();
            }
        });
        return scene;
    }

    /// What adds forecast and footer, step by step.
    public List<Runnable> figures() {
        return view.figures();
    }

    /// Adds the header, the blocks and the panes at the right, or the start page.
    public void showPanes() {
        view.showPanes();
    }

    /// Whether a pane at the right is at the front.
    public ObservableValue<Boolean> shownProperty(String key) {
        return window.tabProperty().isEqualTo(key);
    }

    /// The title of the window.
    public ObservableValue<String> titleProperty() {
        return window.titleProperty();
    }

    @Override
    public void send() {
        if (workspace.runs().isReady() && emptyValues.mayBeSent(false)) {
            workspace.runs().send();
        }
    }

    @Override
    public void askSeries() {
        if (!workspace.runs().isReady() || !emptyValues.mayBeSent(true)) {
            return;
        }
        var series = new RunSeriesViewModel(workspace);
        var loaded = Views.load(new RunSeriesView(series));
        if (dialogs.showForm(Texts.get("run-series.title"), loaded.root(), series.goProperty(),
                Bindings.createBooleanBinding(() -> true))) {
            loaded.view().commit();
            series.run();
        }
        series.close();
    }

    private EmptyValues.Answer askEmpty(EmptyValues.Question question) {
        EmptyValues.Answer answer = dialogs.askEmpty(question);
        if (answer == EmptyValues.Answer.SHOW_VALUES) {
            showTab("values");
        }
        return answer;
    }

    @Override
    public void countOnServer(boolean isKept) {
        if (isKept) {
            workspace.counts().calibrate();
        } else {
            workspace.counts().countOnServer();
        }
    }

    @Override
    public void showServers() {
        try (var model = new ServersViewModel(servers)) {
            var loaded = Views.load(new ServersView(model, dialogs::askServer));
            dialogs.showNote(Texts.get("servers.title"), loaded.root());
            loaded.view().saveUnsaved();
        }
    }

    @Override
    public void askTelemetry() {
        var model = new TelemetryViewModel(workspace);
        if (dialogs.showForm(Texts.get("telemetry.title"), Views.load(new TelemetryView(model)).root(),
                model.goProperty(), model.valid())) {
            model.use();
        }
    }

    @Override
    public void askLogs() {
        traffic.ask();
    }

    @Override
    public void showTraffic() {
        traffic.showSession();
    }

    @Override
    public void compareLayouts() {
        layouts.show();
    }

    @Override
    public void keepVariant() {
        layouts.keep();
    }

    @Override
    public void watch() {
        watch.show();
    }

    @Override
    public void showSessions() {
        var model = new SessionsViewModel(workspace);
        dialogs.showClosable(Texts.get("sessions.title"), done -> Views.load(new SessionsView(model,
                new SessionsView.Doors(dialogs::askDeleteSession, this::showFigures,
                        documents.sessions()::export, done)))
                .root());
    }

    @Override
    public void showFigures() {
        showFigures("");
    }

    private void showFigures(String other) {
        dialogs.showNote(Texts.get("figures.title"),
                Views.load(new FiguresView(new FiguresViewModel(workspace, other))).root());
    }

    @Override
    public void askModel() {
        var prompt = workspace.prompt().getPrompt();
        dialogs.askText(Texts.get("dialog.model"), prompt.settings().model())
                .ifPresent(id -> {
                    workspace.prompt().edit(prompt.withSettings(prompt.settings().withModel(id)));
                    workspace.preferences().change(now -> now.withRecentModel(id));
                });
    }

    @Override
    public void choose(String what) {
        header.ifPresent(shown -> shown.choose(what));
    }

    /// Loads a view that lies over the window.
    private <V> V over(V overlay) {
        view.addOver(Views.load(overlay).root());
        return overlay;
    }

    @Override
    public void showCacheSettings() {
        if (cacheSettings.isEmpty()) {
            cacheSettings = Optional.of(
                    over(new CacheSettingsView(new CacheSettingsViewModel(workspace.prompt(), workspace.analysis()))));
        }
        cacheSettings.get().open();
    }

    @Override
    public void showKeys() {
        dialogs.showNote(Texts.get("keys.title"), Views.load(new KeysView(new KeysViewModel(commands))).root());
    }

    @Override
    public void showCommands() {
        if (palette.isEmpty()) {
            palette = Optional.of(over(new CommandPaletteView(new CommandPaletteViewModel(commands))));
        }
        palette.get().open();
    }

    @Override
    public DocumentActions documents() {
        return documents;
    }

    /// Does what a command does, by its id.
    public void run(String command) {
        commands.run(command);
    }

    @Override
    public void useTheme(Theme.Appearance appearance) {
        theme.setAppearance(appearance);
        workspace.preferences().change(now -> now.withTheme(appearance.name().toLowerCase(Locale.ROOT)));
    }

    /// Brings a pane at the right to the front.
    @Override
    public void showTab(String key) {
        window.tabProperty().set(key);
    }
}
