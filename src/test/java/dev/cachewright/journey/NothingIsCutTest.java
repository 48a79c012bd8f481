package dev.cachewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.LineDifference;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.store.FileDifference;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.sessions.SqliteSessionStore;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.TextRoom;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.kit.Hint;
import dev.cachewright.ui.shell.StageDialogs;
import dev.cachewright.ui.workspace.WatchSetup;
import dev.cachewright.ui.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No text of the window is cut: not with the longest words and the largest figures, in the smallest window, in letters
/// of one and a half times their size.
class NothingIsCutTest {

    private static final String LARGE = "data:text/css,.root{-fx-font-size:19.5px;}";

    /// What may be cut, with the reason.
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("header text-strong", "the name of a file can have any length"),
            Map.entry("header picker-value", "the name of a file, a server or a model can have any length"),
            Map.entry("start-column hyperlink", "the name of a file can have any length"),
            Map.entry("start-column text-quiet", "the place of a file can have any length"),
            Map.entry("values-place", "the name of a file can have any length"),
            Map.entry("values label", "the name of a variable can have any length"),
            Map.entry("values table-cell", "a value can have any length"),
            Map.entry("choice-cell choice-title", "the name of a server can have any length"),
            Map.entry("choice-cell choice-detail",
                    "the address of a server and the values of a row can have any length"),
            Map.entry("sessions table-cell", "the name of a session and of a prompt can have any length"),
            Map.entry("traffic table-cell", "a family is named by its text, which can have any length"),
            Map.entry("layouts table-cell", "the name of a file can have any length"),
            Map.entry("layout-difference list-cell", "a line of a prompt can have any length"),
            Map.entry("figures combo-box", "the name of a session can have any length"),
            Map.entry("servers list-cell", "the name of a server can have any length"),
            Map.entry("compare list-cell", "a line of a file can have any length"),
            Map.entry("block-header-preview", "it is the beginning of a text of any length"),
            Map.entry("footer-cache", "a cache key can have any length"));

    @TempDir
    private Path home;
    private final List<String> cut = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();
    private Window window;
    private Workbench workbench;
    private Workspace workspace;

    @Test
    void noViewCutsItsText() throws Exception {
        start();
        startPage();
        largePrompt();
        models();
        session();
        parts();
        dialogs();
        layouts();
        watch();
        files();
        window.close();
        assertThat(cut).isEmpty();
        assertThat(views()).as("A view of fxml/ is in no state of this test: add a state that shows it")
                .allSatisfy(view -> assertThat(seen).contains(view));
    }

    /// A guard that cannot fail is none.
    @Test
    void aLabelThatIsCutIsFound() {
        var label = FxToolkit.call(() -> new Label("Words that are too long for their place"));
        var scene = FxToolkit.call(() -> {
            label.setMaxWidth(80);
            label.setMinWidth(80);
            var stage = new Stage();
            stage.setScene(new Scene(new VBox(label, new Label("short")), 300, 100));
            stage.show();
            return stage.getScene();
        });
        FxToolkit.frames(2);

        assertThat(cutIn(scene, Map.of())).singleElement().asString().contains("Words that are too long", "...");
        assertThat(cutIn(scene, Map.of("label", "any length"))).singleElement().asString()
                .endsWith("and there is no hint that says the whole of it");
        FxToolkit.run(() -> {
            label.setAccessibleText(label.getText());
            Hint.setOf(label, Hint.Source.TEXT);
        });
        assertThat(cutIn(scene, Map.of("label", "any length"))).isEmpty();
        FxToolkit.run(() -> {
            label.setMinWidth(600);
            label.setMaxWidth(600);
            label.setText(label.getText() + " and for the window");
        });
        FxToolkit.frames(2);
        assertThat(cutIn(scene, Map.of())).singleElement().asString().contains("is outside 0, 0 to 300, 100");
        FxToolkit.run(() -> scene.getWindow().hide());
    }

    private static List<String> cutIn(Scene scene, Map<String, String> allowed) {
        return FxToolkit.call(() -> TextRoom.cutIn(scene, allowed));
    }

    private void startPage() {
        FxToolkit.run(() -> {
            for (int i = 0; i < 12; i++) {
                Path file = home.resolve("a-folder-of-prompts").resolve(i + LongestWords.FILE);
                workspace.preferences().change(now -> now.withRecentFile(file));
            }
            workspace.preferences().change(now -> now.withProfile(Profile.compatible(
                    LongestWords.SERVER, Optional.empty()))
                    .withProfileInUse("Simulator"));
            workbench.documents().offer().make(LongestWords.FILE, () -> {
            });
        });
        look("start page");
    }

    private void largePrompt() {
        open(LongestWords.prompt("gpt-5.4", 1_100_000), LongestWords.values());
        for (String tab : List.of("response", "request", "values", "what-if", "advice", "session")) {
            FxToolkit.run(() -> workbench.run("show-" + tab));
            look("large prompt, " + tab);
        }
    }

    /// Layouts beside each other: none, three of long names, the form of a measurement, and what was measured.
    private void layouts() {
        open(LongestWords.prompt("gpt-5.4", 3_000), LongestWords.values());
        dialog("layouts without variants", () -> workbench.run("compare-layouts"));
        FxToolkit.run(() -> {
            workbench.run("keep-variant");
            dialog().orElseThrow().hide();
            workspace.prompt().edit(workspace.prompt().getPrompt().with("moment", block -> block.withText(
                    "It is {{the_time_at_the_desk_of_the_customer}}, and {{nothing_that_any_row_has_a_value_for}}.")));
        });
        dialog("layouts", () -> workbench.run("keep-variant"), () -> isShown("layout-difference"));
        dialog("measure", () -> {
            workbench.run("compare-layouts");
            fire("#measure");
        }, () -> isShown("measure") && !button("#start").isDisabled());
        dialog("measured", () -> {
            workbench.run("compare-layouts");
            fire("#measure");
        }, this::isMeasured);
    }

    /// Starts the measurement once it can be.
    private boolean isMeasured() {
        boolean isDone = isSeen(dialog().orElseThrow().getScene().lookup("#findings"));
        if (!isDone && !button("#start").isDisabled() && isSeen(button("#start"))) {
            fire("#start");
        }
        return isDone;
    }

    private Button button(String id) {
        return (Button) dialog().orElseThrow().getScene().lookup(id);
    }

    private void fire(String id) {
        button(id).fire();
    }

    /// An application that is watched: before and while it is, with a prompt and without.
    private void watch() {
        dialog("watch", () -> workbench.run("watch"));
        FxToolkit.run(() -> workspace.watch()
                .start(new WatchSetup(WatchSetup.Target.SERVER, LongestWords.SERVER, 0, true)));
        Frames.until(() -> workspace.watch().isWatching());
        look("waiting for the calls of an application");
        dialog("addresses of one server", () -> workbench.run("watch"));
        FxToolkit.run(workspace::startSession);
        look("an application is watched elsewhere");
        stopWatching();
        FxToolkit.run(() -> workspace.prompt().close());
        FxToolkit.run(() -> workspace.watch().start(new WatchSetup(WatchSetup.Target.ALL, "", 0, false)));
        Frames.until(() -> workspace.watch().isWatching());
        look("an application is watched without a prompt");
        dialog("addresses of all servers", () -> workbench.run("watch"));
        stopWatching();
    }

    private void stopWatching() {
        FxToolkit.run(() -> workbench.run("stop-watching"));
        Frames.until(() -> !workspace.watch().isWatching());
    }

    /// What stands over the blocks, or between them.
    private void parts() {
        command("find", "find bar");
        FxToolkit.run(() -> {
            ((TextField) window.scene().lookup(".find-bar .text-field")).setText("word");
            press(window.scene().lookup("#hitRate"), KeyCode.ENTER);
        });
        look("find bar with hits, and cadence");
        command("cache-settings", "cache settings");
        escape();
        command("commands", "palette");
        FxToolkit.run(() -> ((TextField) window.scene().lookup(".command-palette .text-field")).setText("sample"));
        look("palette that was searched");
        escape();
        for (String list : List.of("model", "profile", "row")) {
            command("choose-" + list, list + " picker");
            escape();
        }
    }

    /// Figures with bands, and figures that are not known.
    private void models() {
        for (String model : List.of("claude-sonnet-5-5", LongestWords.MODEL, "gpt-5.6-sol")) {
            open(LongestWords.prompt(model, 1_100_000), LongestWords.values());
            look("model " + model);
        }
        FxToolkit.run(() -> workspace.prompt().edit(workspace.prompt().getPrompt()
                .with("policy", block -> block.withBreakpoint(true))
                .with("schema", block -> block.withBreakpoint("1h"))
                .with("tools", block -> block.withText("[{\"type\": \"function\", \"function\": {"))));
        settle();
        look("breakpoints, and tools that cannot be read");
        FxToolkit.run(() -> workbench.run("send"));
        look("refused");
    }

    private void session() {
        open(LongestWords.prompt("gpt-5.4", 100), LongestWords.values());
        FxToolkit.run(() -> workbench.run("show-session"));
        List<Call> calls = workspace.session().getSession().calls();
        for (int call : List.of(6, calls.size() - 1)) {
            FxToolkit.run(() -> workspace.session().selectedProperty().set(Optional.of(calls.get(call))));
            look("call " + (call + 1));
        }
        FxToolkit.run(() -> ((Hyperlink) window.scene().lookup(".session-summary .hyperlink")).fire());
        look("why");
        FxToolkit.run(() -> ((Button) window.scene().lookup(".why .why-back")).fire());
        command("show-response", "response");
    }

    /// Two requests, and files that changed on disk.
    private void files() throws IOException {
        Path body = LongestWords.body(home, "first-" + LongestWords.FILE.replace(".prompt", ".json"),
                "2026-11-28T07:55:12.123456Z");
        FxToolkit.run(() -> workbench.open(body));
        Frames.until(() -> workspace.prompt().getDocument().filter(open -> open.path().isPresent()
                || open.place().isPresent()).isPresent());
        settle();
        look("opened body");
        Path second = LongestWords.body(home, "second-" + LongestWords.FILE.replace(".prompt", ".json"),
                "2026-11-29T08:01:44.654321Z");
        FxToolkit.run(() -> workbench.documents().compare(second));
        settle();
        look("compared body");
        Files.writeString(body, Files.readString(body).replace("parcel", "letter"));
        FxToolkit.run(() -> workbench.documents().newer().look());
        Frames.until(() -> isShown("newer-files"));
        look("newer files");
    }

    private void dialogs() throws IOException {
        var dialogs = new StageDialogs(() -> window.stage(), new Theme());
        Path file = home.resolve("a-folder-of-prompts").resolve(LongestWords.FILE);
        dialog("keys", () -> workbench.run("keys"));
        dialog("servers", () -> workbench.run("servers"));
        dialog("sessions", () -> workbench.run("sessions"));
        dialog("figures", () -> workbench.run("figures"));
        dialog("traffic without logs", () -> workbench.run("read-logs"));
        var logs = List.of(LongestWords.log(home));
        dialog("traffic", () -> workbench.documents().drop(logs), () -> !dialog().orElseThrow().getScene()
                .lookup("#open").isDisabled());
        dialog("telemetry", () -> workbench.run("telemetry"));
        dialog("run-series", () -> workbench.run("run-series"));
        dialog("other model", () -> workbench.run("other-model"));
        dialog("compare", () -> dialogs.askNewer(List.of(new FileDifference(file,
                LineDifference.of("a line\nanother", "a line\nyet another")))));
        dialog("overwrite", () -> dialogs.askOverwrite(List.of(file, file)));
        dialog("unsaved", () -> dialogs.askUnsaved(LongestWords.FILE));
        dialog("several calls", () -> dialogs.askSeveral(LongestWords.FILE));
        dialog("outside", () -> dialogs.askOutside(LongestWords.FILE, List.of(file, file)));
        dialog("restore", () -> dialogs.askRestore(LongestWords.FILE));
        dialog("error", () -> dialogs.showError("The file could not be opened: " + LongestWords.FILE,
                file + ":12:34: what stands here is no prompt. ".repeat(4)));
    }

    /// Looks at what opens a window of its own, and closes it.
    private void dialog(String name, Runnable opening) {
        dialog(name, opening, () -> true);
    }

    private void dialog(String name, Runnable opening, BooleanSupplier isReady) {
        for (boolean isLarge : List.of(false, true)) {
            FxToolkit.run(() -> useLarge(isLarge));
            Platform.runLater(opening);
            Frames.until(() -> dialog().isPresent() && isReady.getAsBoolean());
            FxToolkit.frames(8);
            FxToolkit.run(() -> {
                Scene scene = dialog().orElseThrow().getScene();
                String where = "dialog " + name + (isLarge ? ", large letters: " : ": ");
                TextRoom.cutIn(scene, ALLOWED).forEach(line -> cut.add(where + line));
                if (scene.getWidth() > 1_024 || scene.getHeight() > 700) {
                    cut.add(where + "is larger than the window: " + scene.getWidth() + " x " + scene.getHeight());
                }
                views().stream().filter(this::isShown).forEach(seen::add);
            });
            FxToolkit.run(() -> dialog().orElseThrow().hide());
            Frames.until(() -> dialog().isEmpty());
        }
    }

    private Optional<Stage> dialog() {
        return javafx.stage.Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                .filter(stage -> stage != window.stage()).findFirst();
    }

    private void command(String id, String state) {
        FxToolkit.run(() -> workbench.run(id));
        look(state);
    }

    private void escape() {
        FxToolkit.run(() -> press(window.scene().getFocusOwner(), KeyCode.ESCAPE));
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void open(Prompt prompt, Values values) {
        FxToolkit.run(() -> workspace.prompt()
                .open(PromptDocument.untitled(LongestWords.FILE, PromptFile.empty(), prompt, values)));
        settle();
    }

    private void settle() {
        Frames.until(
                () -> workspace.analysis().getAnalysis().isPresent() && !workspace.analysis().staleProperty().get());
        FxToolkit.frames(4);
    }

    private void start() throws IOException {
        var core = new Core(Map.of("CACHEWRIGHT_HOME", home.toString()), SimulatorOptions.defaults().withDelayScale(0));
        Session session = LongestWords.session();
        try (var store = new SqliteSessionStore(core.folders().sessions())) {
            for (Call call : session.calls()) {
                store.append(session, call, SampleCalls.EXCHANGE);
            }
        }
        window = Window.on(core, new FakeDialogs());
        workbench = window.workbench();
        workspace = workbench.workspace();
    }

    /// Looks at the state in each size of window and letters.
    private void look(String state) {
        for (boolean isLarge : List.of(false, true)) {
            for (int width : List.of(1_440, 1_024)) {
                FxToolkit.run(() -> {
                    useLarge(isLarge);
                    window.stage().setWidth(width);
                    window.stage().setHeight(width == 1_024 ? 700 : 900);
                });
                FxToolkit.frames(10);
                String where = state + " at " + width + (isLarge ? ", large letters: " : ": ");
                FxToolkit.run(() -> {
                    TextRoom.cutIn(window.scene(), ALLOWED).forEach(line -> cut.add(where + line));
                    views().stream().filter(this::isShown).forEach(seen::add);
                });
            }
        }
    }

    /// Dialogs take the style of their window.
    private void useLarge(boolean isLarge) {
        window.scene().getStylesheets().remove(LARGE);
        if (isLarge) {
            window.scene().getStylesheets().add(LARGE);
        }
    }

    private boolean isShown(String view) {
        return javafx.stage.Window.getWindows().stream().map(javafx.stage.Window::getScene)
                .flatMap(scene -> scene.getRoot().lookupAll("." + view).stream()).anyMatch(NothingIsCutTest::isSeen);
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// The stems of all views.
    private static List<String> views() {
        try (Stream<Path> files = Files.list(Path.of("fxml"))) {
            return files.map(file -> file.getFileName().toString().replace(".fxml", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
