package dev.cachewright.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.app.Core;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.session.Call;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.session.Verdict;
import dev.cachewright.store.sessions.SqliteSessionStore;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.workspace.WatchSetup;
import dev.cachewright.ui.workspace.WatchSetup.Target;
import dev.cachewright.ui.workspace.Workspace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody without a prompt watches a program of theirs that calls the simulator.
class WatchJourneyTest {

    @TempDir
    private Path home;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Core core;
    private Window window;
    private Workspace workspace;

    @BeforeEach
    void open() {
        core = new Core(Map.of("CACHEWRIGHT_HOME", home.toString()), SimulatorOptions.defaults().withDelayScale(0));
        window = Window.on(core, new FakeDialogs());
        workspace = window.workbench().workspace();
    }

    @AfterEach
    void close() {
        window.close();
        client.close();
    }

    private void watch() {
        FxToolkit.run(() -> workspace.watch().start(new WatchSetup(Target.SIMULATOR, "", 0, true)));
        Frames.until(() -> workspace.watch().isWatching());
    }

    private int port() {
        return FxToolkit.call(() -> workspace.watch().watchingProperty().get().orElseThrow().port());
    }

    private void call(int port, String first) throws IOException, InterruptedException {
        String body = "{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"system\", \"content\": \"" + first
                + Simulators.LONG + "\"}, {\"role\": \"user\", \"content\": \"May I?\"}]}";
        assertThat(client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/chat/completions"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    private List<Call> shown() {
        return workspace.session().getSession().calls();
    }

    private TableRow<?> pointedAtLast() {
        TableRow<?> last = window.scene().getRoot().lookupAll(".session .table-row-cell").stream()
                .map(node -> (TableRow<?>) node).filter(row -> row.getIndex() == shown().size() - 1).findFirst()
                .orElseThrow();
        Event.fireEvent(last, new MouseEvent(MouseEvent.MOUSE_ENTERED, 1, 1, 1, 1, MouseButton.NONE, 0, false, false,
                false, false, false, false, false, true, false, true, null));
        return last;
    }

    private boolean isSeen(String selector) {
        for (Node each = window.scene().lookup(selector); each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return window.scene().lookup(selector) != null;
    }

    private String notice() {
        return ((Labeled) window.scene().lookup(".watch-strip .callout-text")).getText();
    }

    @Test
    void callsAreSeenWithoutAPromptAndStayWhenAPromptIsOpened() throws Exception {
        watch();
        int port = port();
        for (String first : List.of("", "", "It is 09:42. ")) {
            call(port, first);
        }
        Frames.until(() -> shown().size() == 3 && isSeen(".session .table-view"));
        assertThat(shown()).extracting(Call::verdict).containsExactly(Verdict.COLD, Verdict.AS_FORECAST,
                Verdict.PREFIX_CHANGED);
        FxToolkit.run(() -> {
            assertThat(((TableView<?>) window.scene().lookup(".session .table-view")).getItems()).hasSize(3);
            assertThat(isSeen(".start")).isTrue();
            assertThat(isSeen(".editor")).isFalse();
            assertThat(notice()).isEqualTo("Watching Simulator at 127.0.0.1:" + port + " · 3 calls");
        });
        WindowSizes.look("state-watching", window);
        TableRow<?> missed = FxToolkit.call(this::pointedAtLast);
        Frames.until(() -> missed.getTooltip() != null
                && missed.getTooltip().getText().contains("It instead of Answer. 1,533 tokens were billed again, $"));

        FxToolkit.run(() -> window.workbench().openSample("support-agent"));
        Frames.until(() -> isSeen(".editor"));
        assertThat(shown()).isEmpty();
        call(port, "");
        Frames.until(() -> notice().endsWith("4 calls"));
        FxToolkit.run(() -> ((Hyperlink) window.scene().lookup(".watch-strip .hyperlink")).fire());
        assertThat(shown()).hasSize(4);

        FxToolkit.run(() -> workspace.prompt().close());
        Frames.until(() -> isSeen(".start") && isSeen(".watch-strip"));
        FxToolkit.run(() -> window.workbench().run("stop-watching"));
        Frames.until(() -> !workspace.watch().isWatching());
        FxToolkit.run(() -> assertThat(isSeen(".session .table-view")).isTrue());
        FxToolkit.run(workspace::startSession);
        FxToolkit.run(() -> assertThat(isSeen(".session")).isFalse());
    }

    /// From the calls of a program to its prompt, mended, with the calls as rows.
    @Test
    void whatTheCallsMissedIsShownAndTheirPromptOpened() throws Exception {
        watch();
        int port = port();
        for (int i = 0; i < 8; i++) {
            call(port, "It is 09:4" + i + ". ");
        }
        Frames.until(() -> shown().size() == 8 && isSeen(".session .table-view"));
        FxToolkit.run(() -> link("Show what they missed").fire());
        Frames.until(() -> traffic().stream().anyMatch(stage -> !open(stage).isDisabled()));
        FxToolkit.run(() -> open(traffic().getFirst()).fire());
        Frames.until(() -> workspace.prompt().getValues().rowsOrEmpty().size() == 8);
        Frames.untilStill(workspace);
        assertThat(FxToolkit.call(this::hitRate)).isLessThan(0.05);

        FxToolkit.run(() -> workspace.advice().apply(workspace.advice().getGiven().advice().getFirst()));
        Frames.untilStill(workspace);
        assertThat(FxToolkit.call(this::hitRate)).isGreaterThan(0.8);
    }

    private double hitRate() {
        return workspace.analysis().getAnalysis().orElseThrow().outlook().orElseThrow().series().hitRate();
    }

    private Hyperlink link(String text) {
        return window.scene().getRoot().lookupAll(".watch-strip .hyperlink").stream().map(Hyperlink.class::cast)
                .filter(each -> each.getText().equals(text)).findFirst().orElseThrow();
    }

    private static Button open(Stage stage) {
        return (Button) stage.getScene().lookup("#open");
    }

    private static List<Stage> traffic() {
        return javafx.stage.Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                .filter(stage -> stage.getTitle() != null && stage.getTitle().startsWith("Traffic")).toList();
    }

    @Test
    void closingTheWindowEndsTheWatchAndKeepsItsCalls() throws Exception {
        watch();
        int port = port();
        call(port, "");
        window.close();

        assertThatThrownBy(() -> call(port, "")).isInstanceOf(ConnectException.class);
        try (var store = new SqliteSessionStore(core.folders().sessions())) {
            assertThat(store.list()).singleElement().extracting(SessionSummary::title, each -> each.totals().calls())
                    .containsExactly("Watched application", 1);
        }
    }

    @Test
    void theDialogStandsBesideTheWindowOnce() {
        FxToolkit.run(() -> window.workbench().run("watch"));
        FxToolkit.run(() -> window.workbench().run("watch"));
        assertThat(dialogs()).singleElement().satisfies(stage -> assertThat(stage.getModality())
                .isEqualTo(Modality.NONE));

        Stage dialog = dialogs().getFirst();
        Parent root = dialog.getScene().getRoot();
        FxToolkit.run(() -> {
            ((RadioButton) root.lookup("#simulator")).fire();
            ((Button) root.lookup("#start")).fire();
        });
        Frames.until(() -> workspace.watch().isWatching());
        assertThat(FxToolkit.call(() -> root.lookup("#running").isVisible())).isTrue();
        FxToolkit.run(dialog::hide);
        assertThat(dialogs()).isEmpty();
        FxToolkit.run(() -> window.workbench().run("watch"));
        assertThat(dialogs()).singleElement().isNotSameAs(dialog);
    }

    private List<Stage> dialogs() {
        return FxToolkit.call(() -> javafx.stage.Window.getWindows().stream().filter(Stage.class::isInstance)
                .map(Stage.class::cast).filter(stage -> stage.getOwner() == window.stage()).toList());
    }
}
