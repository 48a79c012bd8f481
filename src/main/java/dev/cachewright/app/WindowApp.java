package dev.cachewright.app;

import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.settings.WindowPlace;
import dev.cachewright.store.JsonlSessionStore;
import dev.cachewright.store.Samples;
import dev.cachewright.ui.fx.Texts;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.shell.StageDialogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The JavaFX application: one window, which remembers its place.
public final class WindowApp extends Application {

    private static final System.Logger LOG = System.getLogger(WindowApp.class.getName());
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 560;
    private static final int REHEARSAL_SECONDS = 60;

    private final Core core = new Core(System.getenv());
    private Workbench workbench;

    @Override
    public void start(Stage stage) {
        var theme = new Theme();
        var dialogs = new StageDialogs(() -> stage, theme);
        workbench = new Workbench(core, new Workbench.Place(new PreferencesFile(core.folders().preferencesFile()),
                new JsonlSessionStore(core.folders().sessions()), dialogs, dialogs), theme);
        stage.setScene(workbench.scene(WIDTH, HEIGHT));
        stage.titleProperty().bind(workbench.titleProperty());
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        putInPlace(stage);
        stage.setOnCloseRequest(event -> {
            event.consume();
            workbench.documents().afterUnsaved(() -> quit(stage));
        });
        stage.show();
        // No button looks chosen before the user has chosen one.
        stage.getScene().getRoot().requestFocus();
        UiThread.nextFrame(() -> {
            openFirst();
            workbench.warmUp();
            UiThread.later(() -> tellProblems(dialogs));
            if (System.getenv(Rehearsal.VARIABLE) != null) {
                rehearse(stage);
            }
        });
    }

    private void rehearse(Stage stage) {
        new Rehearsal(workbench, System.out, Duration.ofSeconds(REHEARSAL_SECONDS)).begin(status -> {
            if (status == 0) {
                quit(stage);
            } else {
                System.exit(status);
            }
        });
    }

    /// The file that was asked for, else the one that was open last, else the first sample.
    private void openFirst() {
        List<String> arguments = getParameters().getUnnamed();
        Optional<Path> last = workbench.workspace().preferences().get().recentFiles().stream().filter(Files::exists)
                .findFirst();
        if (!arguments.isEmpty()) {
            workbench.open(Path.of(arguments.getFirst()));
        } else if (last.isPresent()) {
            workbench.open(last.get());
        } else {
            workbench.openSample(Samples.names().getFirst());
        }
    }

    /// Says what of the user's own catalogue and calibration is left out.
    private void tellProblems(StageDialogs dialogs) {
        List<String> problems = core.fileProblems();
        problems.forEach(problem -> LOG.log(System.Logger.Level.WARNING, problem));
        if (!problems.isEmpty()) {
            dialogs.showError(Texts.get("own-files.unusable"), String.join("\n", problems));
        }
    }

    private void putInPlace(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        // The frame needs room as well: a window as large as the screen would lose its title behind the edge.
        stage.setMaximized(screen.getWidth() <= WIDTH || screen.getHeight() <= HEIGHT);
        workbench.workspace().preferences().get().window().filter(WindowApp::isOnScreen).ifPresent(place -> {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.isMaximized());
        });
    }

    /// A screen may be gone since the last time.
    private static boolean isOnScreen(WindowPlace place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height()).isEmpty();
    }

    private void quit(Stage stage) {
        if (!stage.isIconified()) {
            workbench.workspace().preferences().change(now -> now.withWindow(new WindowPlace(stage.getX(),
                    stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
        }
        workbench.workspace().preferences().flush();
        stage.hide();
    }

    @Override
    public void stop() {
        workbench.close();
        core.close();
    }
}
