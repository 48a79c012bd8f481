package dev.cachewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.provider.wire.RawServer;
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.store.sessions.SqliteSessionStore;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sending and stopping in the real window.
class SendingJourneyTest {

    @TempDir
    private Path home;
    private Window window;
    private Workbench workbench;
    private Scene scene;
    /// Pieces of text that arrived and were not waited for yet.
    private final AtomicInteger words = new AtomicInteger();

    @BeforeEach
    void start() {
        window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()),
                SimulatorOptions.defaults().withDelayScale(0)), new FakeDialogs());
        workbench = window.workbench();
        scene = window.scene();
        FxToolkit.run(() -> {
            workbench.openSample("support-agent");
            workbench.workspace().runs().onEvent(event -> {
                if (event instanceof RunEvent.TextArrived) {
                    words.incrementAndGet();
                }
            });
        });
        Frames.until(() -> workbench.workspace().analysis().getAnalysis().isPresent()
                && !workbench.workspace().analysis().staleProperty().get());
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void sendingKeepsTheTab() {
        FxToolkit.run(() -> {
            workbench.run("show-values");
            workbench.run("send");
        });
        Frames.until(() -> calls().size() == 1);

        assertThat(FxToolkit.call(() -> ((TabPane) scene.getRoot().lookup(".tab-pane")).getSelectionModel()
                .getSelectedItem().getId())).isEqualTo("values");
    }

    @Test
    void everyTabHasACommandThatShowsIt() {
        var tabs = FxToolkit.call(() -> (TabPane) scene.getRoot().lookup(".tab-pane"));
        for (String id : FxToolkit.call(() -> tabs.getTabs().stream().map(Tab::getId).toList())) {
            FxToolkit.run(() -> workbench.run("show-" + id));
            assertThat(FxToolkit.call(() -> tabs.getSelectionModel().getSelectedItem().getId())).isEqualTo(id);
        }
    }

    @Test
    void aThousandCallsAtATimeLoseNothing() throws IOException {
        FxToolkit.run(() -> workbench.workspace().runs().runRows(1_000, new Pace(Duration.ZERO, 32, true)));
        Frames.until(() -> calls().size() == 1_000 && !workbench.workspace().runs().isRunning());

        assertThat(FxToolkit.call(this::calls)).extracting(Call::number)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 1_000).boxed().toList());
        assertThat(FxToolkit.call(this::calls)).allSatisfy(
                call -> assertThat(call.measurement().result()).isInstanceOf(CallResult.Answered.class));
        try (var store = new SqliteSessionStore(home.resolve("data/sessions"))) {
            String id = FxToolkit.call(() -> workbench.workspace().session().getSession().id());
            assertThat(store.read(id).calls()).extracting(Call::number)
                    .isEqualTo(IntStream.rangeClosed(1, 1_000).boxed().toList());
        }
    }

    /// Many controls take this key and do nothing with it.
    @Test
    void escapeStopsACallWhereverTheFocusIs() {
        for (String focus : List.of(".header-menu", ".picker", ".table-view", ".block-card .menu-button",
                ".prompt-area")) {
            sendAndStop(focus);
        }

        assertThat(FxToolkit.call(this::calls)).hasSize(5).allSatisfy(
                call -> assertThat(call.measurement().result()).isEqualTo(new CallResult.Cancelled()));
    }

    private void sendAndStop(String focus) {
        try (var silent = silentServer()) {
            useServer(silent);
            FxToolkit.run(() -> {
                scene.getRoot().lookup(focus).requestFocus();
                workbench.run("send");
            });
            waitForWords();
            pressEscape();
            Frames.until(() -> !workbench.workspace().runs().isRunning());
        }
    }

    /// Closing what is open comes first.
    @Test
    void escapeClosesThePaletteBeforeItStopsTheCall() {
        try (var silent = silentServer()) {
            useServer(silent);
            FxToolkit.run(() -> {
                workbench.run("send");
                workbench.run("commands");
            });
            waitForWords();

            pressEscape();
            assertThat(FxToolkit.call(() -> scene.getRoot().lookup(".command-palette").isVisible())).isFalse();
            assertThat(FxToolkit.call(() -> workbench.workspace().runs().isRunning())).isTrue();

            pressEscape();
            Frames.until(() -> !workbench.workspace().runs().isRunning());
        }
    }

    /// After its first words this server is silent until it is closed.
    private static RawServer silentServer() {
        return new RawServer(RawServer.events("data: {\"type\": \"response.output_text.delta\", "
                + "\"delta\": \"I am sorry\"}\n\n…"));
    }

    private void waitForWords() {
        Frames.until(() -> words.getAndSet(0) > 0);
    }

    private void useServer(RawServer server) {
        FxToolkit.run(() -> workbench.workspace().preferences()
                .change(now -> now.withProfile(Profile.compatible(server.baseUrl(), Optional.empty()))));
    }

    private void pressEscape() {
        FxToolkit.run(() -> scene.getFocusOwner().fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
    }

    private List<Call> calls() {
        return workbench.workspace().session().getSession().calls();
    }
}
