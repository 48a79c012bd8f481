package dev.cachewright.journey;

import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.run.Pace;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole window looks as it did when somebody last looked at it.
class WindowPicturesTest {

    @TempDir
    private Path home;
    private Window window;
    private Workbench workbench;

    @BeforeEach
    void start() {
        window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults().withDelayScale(0)), new FakeDialogs());
        workbench = window.workbench();
        FxToolkit.run(() -> workbench.openSample("support-agent"));
        awaitAnalysis();
    }

    @AfterEach
    void stop() {
        window.close();
    }

    private void awaitAnalysis() {
        Frames.until(() -> workbench.workspace().analysis().getAnalysis().isPresent()
                && !workbench.workspace().analysis().staleProperty().get());
    }

    private void run(int calls) {
        FxToolkit.run(() -> workbench.workspace().runs().runRows(calls, Pace.oneByOne(Duration.ZERO)));
        Frames.until(() -> !workbench.workspace().runs().isRunning());
    }

    @Test
    void aPromptAtFirstLookAndTheStartPage() {
        WindowSizes.look("workbench", window);
        FxToolkit.run(() -> workbench.workspace().prompt().close());
        WindowSizes.look("start", window);
    }

    @Test
    void aSessionWithAMiss() {
        run(12);
        FxToolkit.run(() -> workbench.workspace().prompt().edit(workbench.workspace().prompt().getPrompt()
                .with("policy", block -> block.withText("Dear model. " + block.text()))));
        awaitAnalysis();
        run(1);
        WindowSizes.look("workbench-session", window);
    }
}
