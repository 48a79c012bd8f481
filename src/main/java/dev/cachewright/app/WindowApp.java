package dev.cachewright.app;

import dev.cachewright.session.SessionStore;
import dev.cachewright.settings.Folders;
import dev.cachewright.settings.Preferences;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.store.LastSample;
import dev.cachewright.store.OpeningMarks;
import dev.cachewright.store.ProcessFolders;
import dev.cachewright.store.TemporaryFiles;
import dev.cachewright.store.sessions.SqliteSessionStore;
import dev.cachewright.ui.fx.LayoutGuard;
import dev.cachewright.ui.fx.PangoRepair;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.shell.StageDialogs;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The JavaFX application: one window, which remembers its place.
public final class WindowApp extends Application {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 560;
    private static final int REHEARSAL_SECONDS = 60;
    private static final int FRAMES_FOR_THE_COUNT = 12;
    private static final int WARM_UP_FRAMES = 120;

    private final Core core = Core.ofThisSystem(System.getenv());
    private final LayoutGuard guard = new LayoutGuard(core.reports());
    private Workbench workbench;
    private FirstPrompt first;
    private Optional<Logs> logs = Optional.empty();

    @Override
    public void start(Stage stage) {
        Thread.setDefaultUncaughtExceptionHandler(guard);
        var file = new PreferencesFile(core.folders().preferencesFile());
        Preferences preferences = file.read();
        var place = new StagePlace(stage, WIDTH, HEIGHT);
        stage.setTitle(Texts.get("workbench.title"));
        Theme.useBase();
        var firstFrame = new FirstFrame();
        stage.setScene(firstFrame.scene(WIDTH, HEIGHT, Workbench.appearance(preferences.theme())));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        place.restore(preferences.window());
        stage.show();
        firstFrame.whenPainted(() -> fill(stage, place, file));
    }

    /// Makes the window in steps: the prompt is read and counted beside them, and what shows it is there first.
    private void fill(Stage stage, StagePlace place, PreferencesFile preferences) {
        long painted = System.nanoTime();
        core.prepare();
        var steps = new ArrayList<Runnable>(List.of(PangoRepair::install));
        var theme = new Theme(steps::addAll);
        var dialogs = new StageDialogs(() -> stage, theme);
        var store = new SqliteSessionStore(core.folders().sessions());
        workbench = new Workbench(core, new Workbench.Place(preferences,
                store, dialogs, dialogs), theme);
        // Calls that have passed are kept, and a log that is closed in order need not be read again.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            workbench.workspace().watch().close();
            store.close();
        }));
        first = new FirstPrompt(workbench, new OpeningMarks(new ProcessFolders(core.folders().openings())),
                new LastSample(core.folders().lastSample()), guard);
        first.open(getParameters().getUnnamed().stream().findFirst().map(Path::of));
        steps.add(() -> {
            Scene scene = workbench.scene(stage.getScene().getWidth(), stage.getScene().getHeight());
            var more = new ArrayList<Runnable>(workbench.figures());
            more.add(() -> {
                show(stage, scene, place);
                if (System.getenv(Rehearsal.VARIABLE) != null) {
                    rehearse(stage, place, painted);
                }
                afterCount(FRAMES_FOR_THE_COUNT, () -> showPanes(dialogs));
            });
            UiThread.inTurn(more);
        });
        UiThread.inTurn(steps);
    }

    private void show(Stage stage, Scene scene, StagePlace place) {
        stage.setScene(scene);
        // No button looks chosen before the user has chosen one.
        scene.getRoot().requestFocus();
        stage.titleProperty().bind(workbench.titleProperty());
        // Whoever comes back from an editor has perhaps changed a file there.
        stage.focusedProperty().subscribe(isFocused -> {
            if (isFocused) {
                workbench.documents().newer().look();
            }
        });
        stage.setOnCloseRequest(event -> {
            event.consume();
            workbench.documents().afterUnsaved(() -> quit(stage, place));
        });
    }

    private void showPanes(StageDialogs dialogs) {
        workbench.showPanes();
        first.filled();
        startLogs();
        UiThread.later(() -> reportProblems(dialogs));
        cleanUp();
        afterCount(WARM_UP_FRAMES, workbench::warmUp);
    }

    /// Does what can wait until after the first figures, in the frame after the one that shows them; a prompt that
    /// takes longer, or has none, does not hold it up for ever.
    private void afterCount(int frames, Runnable next) {
        UiThread.nextFrame(() -> {
            if (frames == 0 || workbench.workspace().analysis().getAnalysis().isPresent()) {
                UiThread.nextFrame(next);
            } else {
                afterCount(frames - 1, next);
            }
        });
    }

    private void startLogs() {
        try {
            Logs files = Logs.start(Logger.getLogger(""), core.folders().logs(),
                    new LogLines(System.getenv(), core.keys()::hide));
            files.note("Cachewright " + Core.version() + " on Java " + Runtime.version());
            logs = Optional.of(files);
        } catch (IOException e) {
            log().log(System.Logger.Level.WARNING, "No log file could be opened", e);
        }
    }

    /// Not a constant: to find the logging system takes longer than to show a window, so it waits for the first frame.
    private static System.Logger log() {
        return System.getLogger(WindowApp.class.getName());
    }

    private void rehearse(Stage stage, StagePlace place, long painted) {
        new Rehearsal(workbench, stage::getScene, System.out, Duration.ofSeconds(REHEARSAL_SECONDS)).begin(painted,
                status -> {
                    if (status == 0) {
                        quit(stage, place);
                    } else {
                        System.exit(status);
                    }
                });
    }

    /// Reports what is left out of the user-defined catalogue, the calibration and the preferences.
    private void reportProblems(StageDialogs dialogs) {
        List<String> problems = core.fileProblems();
        problems.forEach(problem -> log().log(System.Logger.Level.WARNING, problem));
        if (!problems.isEmpty()) {
            dialogs.showError(Texts.get("own-files.unusable"),
                    problems.stream().map(Sentence::of).collect(Collectors.joining("\n")));
        }
        workbench.workspace().preferences().problem()
                .ifPresent(problem -> dialogs.showError(Texts.get("preferences.unusable"), problem));
        List<String> withoutKey = workbench.workspace().preferences().withoutKey();
        if (!withoutKey.isEmpty()) {
            dialogs.showError(Texts.get("servers.enter-again"),
                    Texts.format("servers.enter-again-hint", FewWords.list(withoutKey)));
        }
        workbench.workspace().sessions().damageProperty().subscribe(damage -> damage.ifPresent(lost -> UiThread.later(
                () -> dialogs.showError(Texts.get("session.damaged"), words(lost)))));
    }

    private static String words(SessionStore.Damage damage) {
        return Texts.format(damage.original().isPresent() ? "session.damaged-kept" : "session.damaged-hint",
                damage.calls(), damage.original().map(Path::toString).map(WindowApp::breakable).orElse(""));
    }

    /// A path that is longer than a line goes on in the next one.
    private static String breakable(String path) {
        return path.replace(File.separator, File.separator + "\u200B");
    }

    /// Removes what saves that were killed have left beside the files that are saved here.
    private void cleanUp() {
        Folders folders = core.folders();
        List<Path> places = Stream.concat(Stream.of(folders.config(), folders.sessions()),
                workbench.workspace().preferences().get().recentFiles().stream()
                        .flatMap(file -> Stream.ofNullable(file.toAbsolutePath().getParent())))
                .distinct().toList();
        Thread.ofVirtual().start(() -> places.forEach(folder -> TemporaryFiles.cleanUp(folder, Instant.now())));
    }

    private void quit(Stage stage, StagePlace place) {
        place.now().ifPresent(now -> workbench.workspace().preferences().change(kept -> kept.withWindow(now)));
        workbench.workspace().preferences().close();
        workbench.recovery().close();
        first.close();
        stage.hide();
    }

    @Override
    public void stop() {
        if (workbench != null) {
            workbench.close();
        }
        core.close();
        logs.ifPresent(Logs::close);
    }
}
