package dev.cachewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Cadence;
import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.format.family.ClockTraffic;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.document.Dialogs.Unsaved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user with the log of an application that misses the cache: the family is opened, mended, and forecast anew.
class TrafficJourneyTest {

    @TempDir
    private Path home;
    private final FakeDialogs dialogs = new FakeDialogs();
    private Window window;
    private Workbench workbench;
    private Path log;

    @BeforeEach
    void open() throws IOException {
        window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()), SimulatorOptions.defaults()),
                dialogs);
        workbench = window.workbench();
        log = Files.writeString(home.resolve("clock.jsonl"), ClockTraffic.calls(60, Duration.ofSeconds(20)));
    }

    @AfterEach
    void close() {
        window.close();
        Frames.until(() -> traffic().isEmpty());
    }

    private List<Stage> traffic() {
        return javafx.stage.Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                .filter(stage -> stage.getTitle() != null && stage.getTitle().startsWith("Traffic")).toList();
    }

    private void drop() {
        FxToolkit.run(() -> workbench.documents().drop(List.of(log)));
        Frames.until(() -> traffic().stream().anyMatch(stage -> !button(stage).isDisabled()));
    }

    private static Button button(Stage stage) {
        return (Button) stage.getScene().lookup("#open");
    }

    private void openFamily() {
        FxToolkit.run(() -> button(traffic().getFirst()).fire());
    }

    private String document() {
        return workbench.workspace().prompt().getDocument().map(PromptDocument::name).orElse("");
    }

    private double hitRate() {
        return workbench.workspace().analysis().getAnalysis().orElseThrow().outlook().orElseThrow().series().hitRate();
    }

    @Test
    void aFamilyIsOpenedBesideTheTrafficMendedAndForecastAnew() {
        drop();
        openFamily();
        Frames.until(() -> document().startsWith("you-are-the-support-agent"));
        Frames.untilStill(workbench.workspace());

        assertThat(FxToolkit.call(() -> workbench.workspace().analysis().cadenceProperty().get()))
                .isEqualTo(Cadence.every(Duration.ofSeconds(20)));
        assertThat(FxToolkit.call(() -> workbench.workspace().prompt().getValues().rows())).hasSize(60);
        assertThat(FxToolkit.call(this::hitRate)).isLessThan(0.05);
        assertThat(FxToolkit.call(this::traffic)).hasSize(1);

        FxToolkit.run(() -> workbench.workspace().advice()
                .apply(workbench.workspace().advice().getGiven().advice().getFirst()));
        Frames.untilStill(workbench.workspace());
        assertThat(FxToolkit.call(this::hitRate)).isGreaterThan(0.8);
    }

    @Test
    void whatIsUnsavedIsAskedForBeforeAFamilyTakesItsPlace() {
        FxToolkit.run(() -> workbench.openSample("support-agent"));
        Frames.until(() -> document().startsWith("support-agent"));
        FxToolkit.run(() -> workbench.workspace().prompt().edit(workbench.workspace().prompt().getPrompt()
                .withBlocks(workbench.workspace().prompt().getPrompt().blocks().subList(0, 1))));
        dialogs.answerUnsaved(Unsaved.CANCEL);
        drop();
        openFamily();
        assertThat(FxToolkit.call(this::document)).startsWith("support-agent");

        dialogs.answerUnsaved(Unsaved.DISCARD);
        openFamily();
        Frames.until(() -> document().startsWith("you-are-the-support-agent"));
    }

    @Test
    void thereIsOneWindowWhichEscapeCloses() {
        FxToolkit.run(() -> workbench.run("read-logs"));
        drop();
        FxToolkit.run(() -> workbench.run("read-logs"));
        assertThat(FxToolkit.call(this::traffic)).hasSize(1);
        assertThat(FxToolkit.call(() -> button(traffic().getFirst()).isDisabled())).isFalse();

        FxToolkit.run(() -> Event.fireEvent(traffic().getFirst().getScene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "",
                KeyCode.ESCAPE, false, false, false, false)));
        assertThat(FxToolkit.call(this::traffic)).isEmpty();
    }
}
