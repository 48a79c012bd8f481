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
import dev.cachewright.ui.editor.marks.TokenSight;
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

/// Where the line of the static prefix and its mark in the text are.
class PrefixLineTest {

    private static final String LONG = "Answer in full sentences, one after another, and give a reason for each. ";

    private final WorkspaceFixture fixture = new WorkspaceFixture();

    @Test
    void theLineCoversNoTextAndAMarkIsBeforeTheCharacterAtWhichThePrefixEnds() {
        Stage stage = show("Answer this: {{question}}. " + LONG.repeat(4));

        FxToolkit.run(() -> {
            PromptArea area = area(stage);
            Bounds card = area.getParent().localToScene(area.getParent().getLayoutBounds());
            Node mark = area.lookup(".boundary-mark");
            Bounds character = area.localToScene(area.boundsOf(12).orElseThrow());
            assertThat(line(stage).getMinY()).isGreaterThanOrEqualTo(card.getMaxY());
            assertThat(mark.isVisible()).isTrue();
            Bounds place = mark.localToScene(mark.getLayoutBounds());
            assertThat(place.getCenterX()).isCloseTo(character.getMinX(), within(1.5));
            assertThat(place.getMinY()).isCloseTo(character.getMinY(), within(1.5));
            stage.close();
        });
    }

    @Test
    void thereIsNoMarkInATextThatIsSharedWhole() {
        Stage stage = show("{{question}}");

        FxToolkit.run(() -> {
            assertThat(area(stage).lookup(".boundary-mark").isVisible()).isFalse();
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

    private static PromptArea area(Stage stage) {
        return stage.getScene().getRoot().lookupAll(".prompt-area").stream().filter(PromptArea.class::isInstance)
                .map(PromptArea.class::cast).filter(each -> !each.getText().startsWith("You")).findFirst()
                .orElseThrow();
    }

    private static Bounds line(Stage stage) {
        Node caption = stage.getScene().getRoot().lookupAll(".prefix-line-caption").stream()
                .filter(each -> ((Label) each).getText().startsWith("static prefix ends")).findFirst().orElseThrow();
        return caption.localToScene(caption.getBoundsInLocal());
    }
}
