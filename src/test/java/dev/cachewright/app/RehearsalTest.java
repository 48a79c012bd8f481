package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.journey.Window;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Window window;

    @BeforeEach
    void open() {
        window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults().withDelayScale(0)), new FakeDialogs());
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void itSeesTheSampleCountedACallAnsweredAndASeriesCached() throws Exception {
        FxToolkit.run(() -> window.workbench().openSample("support-agent"));

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
        FxToolkit.run(() -> new Rehearsal(window.workbench(), window::scene, print, limit).begin(System.nanoTime(),
                status::complete));
        return status.get(60, TimeUnit.SECONDS);
    }

    private String lines() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
