package dev.cachewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.text.PromptArea;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// Where the line of the static prefix and its words are.
class PrefixPlacerTest {

    private static final String LONG = "Answer in full sentences, one after another, and give a reason for each. ";

    private final WorkspaceFixture fixture = new WorkspaceFixture();

    @Test
    void theWordsHangUnderTheLineWhereItIsBelowTheLastRow() {
        Stage stage = show("Answer this: {{question}} and then stop.");

        FxToolkit.run(() -> {
            double bottom = rowOf(stage, 20).getMaxY();
            assertThat(words(stage).getMinY()).isCloseTo(bottom, within(2.0));
            stage.close();
        });
    }

    @Test
    void theWordsAreOnTheLineWhereRowsFollow() {
        Stage stage = show("Answer this: {{question}}. " + LONG.repeat(4));

        FxToolkit.run(() -> {
            double bottom = rowOf(stage, 20).getMaxY();
            assertThat(words(stage).getCenterY()).isCloseTo(bottom, within(2.0));
            stage.close();
        });
    }

    private Stage show(String question) {
        fixture.open("one.prompt",
                Prompt.of(List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC, "You are helpful."),
                        Block.of("question", Role.USER, Kind.DYNAMIC, question)),
                        Settings.of("gpt-5.4", Api.CHAT)),
                new Values("rows.csv", List.of("question"), List.of(new Row(Map.of("question", "Why?")),
                        new Row(Map.of("question", "How so?")))));
        Stage stage = FxToolkit.call(() -> Snapshots.show(Views.load(new EditorView(
                new EditorViewModel(fixture.workspace().prompt(), fixture.workspace().analysis()),
                new TokenSight(fixture.workspace().prompt(), fixture.workspace().analysis(),
                        fixture.workspace().preferences())))
                .root(), 820, 900, Theme.Appearance.LIGHT));
        FxToolkit.frames(6);
        return stage;
    }

    private static Bounds rowOf(Stage stage, int offset) {
        PromptArea area = stage.getScene().getRoot().lookupAll(".prompt-area").stream()
                .map(PromptArea.class::cast).filter(each -> each.getText().startsWith("Answer")).findFirst()
                .orElseThrow();
        return area.localToScene(area.boundsOf(offset).orElseThrow());
    }

    private static Bounds words(Stage stage) {
        Node caption = stage.getScene().getRoot().lookupAll(".prefix-line-caption").stream()
                .filter(each -> ((Label) each).getText().startsWith("static prefix ends")).findFirst().orElseThrow();
        return caption.localToScene(caption.getBoundsInLocal());
    }
}
