package dev.cachewright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.app.Core;
import dev.cachewright.app.Workbench;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.provider.simulated.SimulatorOptions;
import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.kit.rail.PrefixLine;
import dev.cachewright.ui.kit.rail.PrefixRail;
import dev.cachewright.ui.kit.rail.RailTick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window says of prompts whose tokens can only be estimated.
class EstimateJourneyTest {

    @TempDir
    private Path home;
    private Window window;
    private Workbench workbench;
    private Scene scene;

    private void open(String sample) {
        window = Window.on(new Core(Map.of("CACHEWRIGHT_HOME", home.toString()), SimulatorOptions.defaults()),
                new FakeDialogs());
        workbench = window.workbench();
        scene = window.scene();
        FxToolkit.run(() -> workbench.openSample(sample));
        Frames.until(() -> workbench.workspace().analysis().getAnalysis().isPresent());
        FxToolkit.frames(4);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aClaudePromptShowsItsBandAndNoLineAtTheThreshold() {
        open("claude-review");
        edit(prompt -> prompt.with("guide", block -> block.withBreakpoint(false)));
        WindowSizes.look("estimate-claude", window);

        assertThat(line().getCaption()).matches(
                "static prefix ends at ≈ [\\d,]+ \\([\\d,]+ to [\\d,]+\\) tokens.*");
        assertThat(rail().getTicks()).noneMatch(RailTick::strong);
        assertThat(rail().getTicks()).extracting(RailTick::label).contains("512 ±");
        assertThat(total()).matches("≈ [\\d,]+, between [\\d,]+ and [\\d,]+ tokens");
    }

    @Test
    void aZoneBeyondTheRowsOfTheWindowStaysOnTheRail() {
        open("claude-review");
        edit(prompt -> prompt.with("guide", block -> block.withBreakpoint(false))
                .with("change", block -> block.withText(block.text().repeat(8))));
        Snapshots.scene("estimate-claude-long", scene, workbench::useAppearance);

        assertThat(rail().getTicks()).noneMatch(RailTick::strong);
    }

    @Test
    void anUnprovenFormIsMarkedWithItsNarrowBand() {
        open("support-agent");
        edit(prompt -> prompt.withSettings(prompt.settings().withModel("gpt-5.4").withApi(Api.CHAT)));
        Snapshots.scene("estimate-unproven", scene, workbench::useAppearance);

        assertThat(total()).startsWith("≈ ");
        assertThat(rail().getTicks()).extracting(RailTick::label).contains("1,024 ±");
    }

    @Test
    void anUnknownModelHasAWideBand() {
        open("support-agent");
        edit(prompt -> prompt.withSettings(prompt.settings().withModel("my-own-model")));
        WindowSizes.look("estimate-unknown", window);

        assertThat(total()).startsWith("≈ ");
        // The name of the file to add a row to can be long; it is cut off, not the window.
        assertThat(FxToolkit.call(() -> scene.getRoot().minWidth(-1))).isLessThan(1_200);
    }

    @Test
    void aRowOfTheUsersOwnGivesAModelItsRules() throws IOException {
        Path file = home.resolve("config/models.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"models": [{"id": "my-own-model", "rules": "block-16", "encoding": "o200k_base"}, {"id": 5},
                  {"id": "a_b", "provider": "Acme", "rules": "none"}]}""");
        open("support-agent");
        edit(prompt -> prompt.withSettings(prompt.settings().withModel("my-own-model")));

        assertThat(analysis().outlook().orElseThrow().rules().name()).isEqualTo("block-16");
        assertThat(window.core().fileProblems()).singleElement().asString().startsWith(file + ":1:85: ");
    }

    @Test
    void aCorrectionOfTheUsersOwnIsUsedAndAWrongOneIsTold() throws IOException {
        Path file = home.resolve("config/calibration.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"corrections": {"claude-sonnet-5-5": {"low": 2, "typical": 2, "high": 2, "source": "measured"},
                  "gpt-5.4": {"low": 1, "typical": 1, "high": 1}}}""");
        open("claude-review");

        Analysis analysis = analysis();
        assertThat(analysis.total().tokens()).isEqualTo(2 * analysis.tokens().total());
        assertThat(window.core().fileProblems())
                .containsExactly(file + ":2:3: \"gpt-5.4\" is counted exactly and does not take a correction");
    }

    private void edit(UnaryOperator<Prompt> change) {
        FxToolkit.run(() -> workbench.workspace().prompt()
                .edit(change.apply(workbench.workspace().prompt().getPrompt())));
        Frames.untilStill(workbench.workspace());
        FxToolkit.frames(8);
    }

    private Analysis analysis() {
        return FxToolkit.call(() -> workbench.workspace().analysis().getAnalysis().orElseThrow());
    }

    private PrefixLine line() {
        return FxToolkit.call(() -> scene.getRoot().lookupAll(".prefix-line").stream()
                .map(PrefixLine.class::cast).filter(Node::isVisible).findFirst().orElseThrow());
    }

    private PrefixRail rail() {
        return FxToolkit.call(() -> (PrefixRail) scene.lookup(".prefix-rail"));
    }

    private String total() {
        return FxToolkit.call(() -> ((Label) scene.lookup(".footer > .mono")).getText());
    }
}
