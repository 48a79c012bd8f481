package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.store.JsonlSessionStore;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.shell.StageDialogs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Core core;
    private Workbench workbench;
    private Stage stage;

    @BeforeEach
    void open() {
        core = new Core(Map.of("CACHEWRIGHT_HOME", home.toString()), SimulatorOptions.defaults().withDelayScale(0));
        FxToolkit.run(() -> {
            var theme = new Theme();
            var dialogs = new StageDialogs(() -> stage, theme);
            workbench = new Workbench(core, new Workbench.Place(new PreferencesFile(core.folders().preferencesFile()),
                    new JsonlSessionStore(core.folders().sessions()), dialogs, dialogs), theme);
            stage = new Stage();
            stage.setScene(workbench.scene(1440, 900));
            workbench.figures().forEach(Runnable::run);
            workbench.showPanes();
            stage.show();
        });
    }

    @AfterEach
    void close() {
        FxToolkit.run(() -> {
            stage.hide();
            workbench.close();
        });
        core.close();
    }

    @Test
    void itSeesTheSampleCountedACallAnsweredAndASeriesCached() throws Exception {
        FxToolkit.run(() -> workbench.openSample("support-agent"));

        assertThat(status(Duration.ofSeconds(30))).isZero();
        assertThat(lines()).containsPattern("count: 1448 tokens, \\d+ ms").containsPattern("call: 0 tokens cached")
                .containsPattern("series: 1408 tokens cached").contains("theme-dark: shown")
                .contains("undo: 1448 tokens");
    }

    @Test
    void aWindowThatShowsNoCountFailsIt() throws Exception {
        assertThat(status(Duration.ofMillis(300))).isEqualTo(1);
        assertThat(lines()).startsWith("count: nothing came");
    }

    private int status(Duration limit) throws Exception {
        var status = new CompletableFuture<Integer>();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        FxToolkit.run(() -> new Rehearsal(workbench, stage::getScene, print, limit).begin(System.nanoTime(),
                status::complete));
        return status.get(60, TimeUnit.SECONDS);
    }

    private String lines() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
