package dev.cachewright.app;

import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Providers;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.Runner;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.run.experiment.Experiment;
import dev.cachewright.session.SessionStore;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.store.ProcessFolders;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.store.RecoveryFolder;
import dev.cachewright.ui.advice.AdviceView;
import dev.cachewright.ui.advice.AdviceViewModel;
import dev.cachewright.ui.document.Dialogs;
import dev.cachewright.ui.document.DocumentActions;
import dev.cachewright.ui.document.Recovery;
import dev.cachewright.ui.editor.EditorView;
import dev.cachewright.ui.editor.EditorViewModel;
import dev.cachewright.ui.editor.marks.TokenSight;
import dev.cachewright.ui.forecast.ForecastStripView;
import dev.cachewright.ui.forecast.ForecastStripViewModel;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Delay;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.layouts.LayoutParts;
import dev.cachewright.ui.request.RequestView;
import dev.cachewright.ui.request.RequestViewModel;
import dev.cachewright.ui.response.ResponseView;
import dev.cachewright.ui.response.ResponseViewModel;
import dev.cachewright.ui.session.SessionPane;
import dev.cachewright.ui.session.SessionViewModel;
import dev.cachewright.ui.settings.ServerParts;
import dev.cachewright.ui.shell.Panes;
import dev.cachewright.ui.shell.Shell;
import dev.cachewright.ui.shell.StageDialogs;
import dev.cachewright.ui.traffic.TrafficParts;
import dev.cachewright.ui.values.ValuesView;
import dev.cachewright.ui.values.ValuesViewModel;
import dev.cachewright.ui.whatif.WhatIfView;
import dev.cachewright.ui.whatif.WhatIfViewModel;
import dev.cachewright.ui.why.ChosenCall;
import dev.cachewright.ui.why.WhyView;
import dev.cachewright.ui.why.WhyViewModel;
import dev.cachewright.ui.workspace.RunModel;
import dev.cachewright.ui.workspace.WatchModel;
import dev.cachewright.ui.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;

/// The window and everything it works with, put together by hand.
public final class Workbench implements AutoCloseable {

    /// How often the countdown of the warm cache goes on. No animation, which would draw sixty frames a second for it.
    private static final Duration SECOND = Duration.ofSeconds(1);
    /// After how many of these the forecast looks at the time.
    private static final int REFRESH = 15;
    /// How old a change may become before a copy of it is kept.
    private static final Duration COPY_DELAY = Duration.ofMillis(250);
    /// How old a change may become before what is supposed of the prompt is counted again.
    private static final Duration RENEWAL_DELAY = Duration.ofMillis(250);

    private final Core core;
    private final Providers providers;
    private final Background background;
    private final Workspace workspace;
    private final DocumentActions documents;
    private final ProcessFolders unsaved;
    private final SessionStore store;
    private final Recovery recovery;
    private final RequestViewModel request;
    private final WhatIfViewModel whatIf;
    private final ForecastStripViewModel strip;
    private final WhyViewModel why;
    private final Shell shell;
    private final SimpleStringProperty address = new SimpleStringProperty("");
    private final Thread clock;

    /// On the UI thread.
    ///
    /// @param place where it keeps its files and what it asks its user with
    public Workbench(Core core, Place place, Theme theme) {
        this.core = core;
        this.providers = core.providers();
        this.store = place.store();
        this.background = new Background(task -> Thread.ofVirtual().start(task), UiThread::run);
        Stopwatch stopwatch = Stopwatch.system();
        var tools = new RunModel.Tools(new Runner(core.analyst(), stopwatch), providers, place.store(), background,
                UiThread::nextFrame, core.telemetries());
        this.workspace = new Workspace(core.analyst(), stopwatch, place.preferences(), tools,
                core.calibrations(), new WatchModel.Tools(profiles -> RecordingTools.of(core.analyst(), profiles),
                        core::simulatorUrl));
        this.documents = new DocumentActions(workspace, new PromptDocuments(), background, place.dialogs());
        this.unsaved = new ProcessFolders(core.folders().recovery());
        this.recovery = new Recovery(workspace.prompt(), new RecoveryFolder(unsaved), background,
                place.dialogs(), new Delay(COPY_DELAY)::ask);
        theme.setAppearance(appearance(workspace.preferences().get().theme()));
        var editor = new EditorView(new EditorViewModel(workspace.prompt(), workspace.analysis()),
                new TokenSight(workspace.prompt(), workspace.analysis(), workspace.preferences()));
        editor.getModel().advise(workspace.advice());
        this.strip = new ForecastStripViewModel(workspace.analysis(), stopwatch.instants());
        strip.advise(workspace.advice());
        this.request = new RequestViewModel(workspace.analysis(), workspace.runs(), background);
        this.whatIf = new WhatIfViewModel(workspace, background, new Delay(RENEWAL_DELAY)::ask);
        this.why = new WhyViewModel(background, new EditorBlocks(workspace.prompt(), editor.getModel()));
        workspace.conversation().onContinued(editor.getModel()::goTo);
        this.shell = new Shell(workspace, documents,
                new Shell.Look(theme, place.forms(), servers(), traffic(stopwatch), layouts(stopwatch)), editor,
                panes(editor),
                address);
        workspace.advice().onUrgent(() -> shell.showTab("advice"));
        whatIf.watchedProperty().bind(shell.shownProperty("what-if"));
        request.watchedProperty().bind(shell.shownProperty("request"));
        new ChosenCall(workspace, why);
        workspace.session().pinnedProperty().bind(why.watchedProperty());
        workspace.runs().onEvent(this::heard);
        this.clock = Thread.ofVirtual().start(this::tick);
    }

    /// Where a window keeps its files, and what it asks its user with.
    public record Place(PreferencesFile preferences, SessionStore store, Dialogs dialogs,
            StageDialogs forms) {
    }

    private ServerParts servers() {
        return new ServerParts(workspace.preferences(), core.keys(), new ServerTrial(providers),
                background, () -> workspace.prompt().getPrompt().settings().model());
    }

    private LayoutParts layouts(Stopwatch stopwatch) {
        return new LayoutParts(new Experiment(core.analyst(), stopwatch), providers, background,
                new Delay(RENEWAL_DELAY)::ask);
    }

    private TrafficParts traffic(Stopwatch stopwatch) {
        var logs = new LogReading(core.analyst(), core.tokenizers());
        return new TrafficParts(logs::read, logs::family, logs::holdsCalls, core.analyst(), background,
                stopwatch.instants());
    }

    private Panes panes(EditorView editor) {
        // The models hear of every call; their views are made when they are first looked at.
        var session = new SessionViewModel(workspace);
        var response = new ResponseViewModel(workspace.prompt(), workspace.exchange(), workspace.runs());
        var values = new ValuesViewModel(workspace.prompt(), workspace.analysis(), documents::loadValues);
        SequencedMap<String, Supplier<Parent>> tabs = new LinkedHashMap<>();
        tabs.put("session", () -> new SessionPane(session, why.watchedProperty(),
                () -> Views.load(new WhyView(why)).root(), this::run));
        tabs.put("response", () -> Views.load(new ResponseView(response, workspace.conversation())).root());
        var advice = new AdviceViewModel(workspace.advice(), workspace.analysis());
        tabs.put("advice", () -> Views.load(new AdviceView(advice, spot -> editor.getModel().goTo(spot.blockId(),
                spot.start()), this::run)).root());
        tabs.put("values", () -> Views.load(new ValuesView(values)).root());
        tabs.put("what-if", () -> Views.load(new WhatIfView(whatIf, this::run)).root());
        tabs.put("request", () -> Views.load(new RequestView(request, this::run)).root());
        return new Panes(() -> Views.load(editor).root(), () -> Views.load(new ForecastStripView(strip)).root(),
                tabs);
    }

    private void tick() {
        try {
            for (int seconds = 1; true; seconds++) {
                Thread.sleep(SECOND);
                UiThread.run(strip::tick);
                if (seconds % REFRESH == 0) {
                    UiThread.run(workspace.analysis()::refresh);
                }
            }
        } catch (InterruptedException _) {
            // The window closes.
        }
    }

    static Theme.Appearance appearance(String word) {
        try {
            return Theme.Appearance.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return Theme.Appearance.SYSTEM;
        }
    }

    /// The window, still empty.
    public Scene scene(double width, double height) {
        return shell.scene(width, height);
    }

    /// What adds forecast and footer, step by step: they show a prompt before its text is there.
    public List<Runnable> figures() {
        return shell.figures();
    }

    /// Adds the header, the blocks and the panes at the right, or the start page.
    public void showPanes() {
        shell.showPanes();
    }

    public ObservableValue<String> titleProperty() {
        return shell.titleProperty();
    }

    /// Starts what the first call would wait for. After the first frame.
    public void warmUp() {
        background.run(() -> {
            String url = core.simulatorUrl();
            providers.of(Profile.simulator()).warmUp();
            return url;
        }).onDone(this::showAddress);
    }

    private void showAddress(String url) {
        address.set(url.replaceFirst("^https?://", "").replaceFirst("/v1$", ""));
    }

    /// A call may have started the simulator before the warm-up did.
    private void heard(RunEvent event) {
        boolean isSimulated = workspace.preferences().get().profileInUse().kind() == Profile.Kind.SIMULATOR;
        if (event instanceof RunEvent.Finished && isSimulated && address.get().isEmpty()) {
            background.run(core::simulatorUrl).onDone(this::showAddress);
        }
    }

    /// Opens a file.
    public void open(Path file) {
        documents.open(file);
    }

    /// Opens one of the samples.
    public void openSample(String name) {
        documents.openSample(name);
    }

    /// Does what a command of the window does, by its id.
    public void run(String command) {
        shell.run(command);
    }

    /// Light, dark, or as the system; kept for the next start.
    public void useAppearance(Theme.Appearance appearance) {
        shell.useTheme(appearance);
    }

    public Workspace workspace() {
        return workspace;
    }

    public DocumentActions documents() {
        return documents;
    }

    public Recovery recovery() {
        return recovery;
    }

    @Override
    public void close() {
        clock.interrupt();
        workspace.runs().stop();
        workspace.watch().close();
        workspace.preferences().close();
        workspace.telemetry().close();
        providers.close();
        unsaved.close();
        store.close();
    }
}
