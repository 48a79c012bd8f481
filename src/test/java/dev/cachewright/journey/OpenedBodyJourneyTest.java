package dev.cachewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Reach;
import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user with a request body of an application: a clock on line 1, and tools in another order from call to call.
class OpenedBodyJourneyTest {

    private static final String POLICY = IntStream.rangeClosed(1, 30).mapToObj(i -> i + ". Items of group " + i
            + " may be returned within " + (20 + i) + " days of delivery, unworn and with their tags. Final sale items "
            + "are excluded unless they are faulty.").collect(Collectors.joining("\\n"));

    @TempDir
    private Path home;
    private Window window;
    private Workbench workbench;
    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()), SimulatorOptions.defaults()),
                new FakeDialogs());
        workbench = window.workbench();
        scene = window.scene();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private Path body(String name, List<String> tools, String clock, String question) throws IOException {
        String functions = tools.stream().map(tool -> "{\"type\": \"function\", \"function\": {\"name\": \"" + tool
                + "\", \"description\": \"Does it for the customer\", \"parameters\": {\"type\": \"object\", "
                + "\"properties\": {\"order\": {\"type\": \"string\"}}}}}").collect(Collectors.joining(", "));
        return Files.writeString(home.resolve(name), """
                {"model": "gpt-5.4", "messages": [
                  {"role": "system", "content": "Current time: %s. You are SupportBot.\\n%s"},
                  {"role": "user", "content": "Where is my parcel?"},
                  {"role": "assistant", "content": "Could you tell me your order number?"},
                  {"role": "user", "content": "%s"}],
                 "tools": [%s]}""".formatted(clock, POLICY, question, functions));
    }

    @Test
    void whatIsWrongIsSeenMendedAndProved() throws Exception {
        show(body("bot.json", List.of("refund_order", "lookup_order", "escalate", "search_kb"),
                "2026-11-28T07:55:12Z", "And where is order 4712?"));
        assertThat(states()).containsExactly(Reach.State.TOO_SHORT, Reach.State.DYNAMIC, Reach.State.AFTER_CHANGE,
                Reach.State.AFTER_CHANGE, Reach.State.AFTER_CHANGE);
        Frames.until(() -> workbench.workspace().advice().getGiven().plan().isPresent());
        assertThat(tabs().getSelectionModel().getSelectedItem().getId()).isEqualTo("advice");
        WindowSizes.look("opened-body", window);

        Path second = body("bot-2.json", List.of("search_kb", "refund_order", "escalate", "lookup_order"),
                "2026-11-28T08:01:44Z", "May I still return it?");
        FxToolkit.run(() -> workbench.documents().compare(second));
        settle(() -> analysis().comparison().isPresent());
        assertThat(states()).containsExactly(Reach.State.DYNAMIC, Reach.State.DYNAMIC, Reach.State.AFTER_CHANGE,
                Reach.State.AFTER_CHANGE, Reach.State.DYNAMIC);
        WindowSizes.look("opened-body-compared", window);

        press("Sort the tools by name");
        settle(() -> states().getFirst() == Reach.State.TOO_SHORT);
        press("Make 2 variables");
        settle(() -> analysis().variables().used().size() == 2);
        assertThat(analysis().outlook().orElseThrow().series().hitRate()).isZero();
        Snapshots.scene("opened-body-mending", scene, workbench::useAppearance);

        assertThat(analysis().rows()).isEqualTo(2);
        pressAdvice("Move to the end");
        settle(() -> analysis().outlook().orElseThrow().cacheable() > 1_024);
        assertThat(analysis().outlook().orElseThrow().series().hitRate()).isGreaterThan(0.4);
        WindowSizes.look("opened-body-mended", window);
    }

    private void pressAdvice(String words) {
        Frames.until(() -> link(words).isPresent());
        FxToolkit.run(() -> link(words).orElseThrow().fire());
    }

    private Optional<Hyperlink> link(String words) {
        return scene.getRoot().lookupAll(".block-card-advice .hyperlink").stream().map(Hyperlink.class::cast)
                .filter(link -> link.isVisible() && link.getText().equals(words)).findFirst();
    }

    private TabPane tabs() {
        return (TabPane) scene.getRoot().lookup(".tab-pane");
    }

    private void show(Path file) {
        FxToolkit.run(() -> workbench.open(file));
        settle(() -> workbench.workspace().analysis().getAnalysis().isPresent());
    }

    private void press(String words) {
        FxToolkit.run(() -> scene.getRoot().lookupAll(".changes .button").stream().map(Button.class::cast)
                .filter(button -> button.isVisible() && button.getText().equals(words)).findFirst().orElseThrow()
                .fire());
    }

    private void settle(BooleanSupplier condition) {
        Frames.until(condition);
        Frames.untilStill(workbench.workspace());
        FxToolkit.frames(8);
    }

    private Analysis analysis() {
        return workbench.workspace().analysis().getAnalysis().orElseThrow();
    }

    private List<Reach.State> states() {
        Map<String, Reach.OfBlock> blocks = analysis().reach().blocks();
        return analysis().prompt().blocks().stream().map(block -> blocks.get(block.id()).state()).toList();
    }
}
