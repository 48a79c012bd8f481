package dev.cachewright.ui.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.token.TextToken;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class TokenLayerTest {

    private static final Pattern WORD = Pattern.compile(" ?[a-z]+|[^a-z]");
    private static final String TEXT = "Answer only from the policy below, {{name}}, in the customer's own language, "
            + "in at most six sentences. When the policy does not cover a case, say so.\n\n## Tone\nBe warm and plain."
            + " Never blame the customer.\n";

    private final List<TextRange> asked = new ArrayList<>();

    /// Words as tokens, and none of a variable.
    private TokenSource source(PromptArea area) {
        return (from, to) -> {
            asked.add(new TextRange(from, to));
            return WORD.matcher(area.getText().replace("{{name}}", "        ")).results()
                    .filter(word -> !word.group().isBlank() && word.end() > from && word.start() < to)
                    .map(TokenLayerTest::token).toList();
        };
    }

    private static TextToken token(MatchResult word) {
        return new TextToken(word.start(), word.end(), List.of(word.end()), word.group());
    }

    @Test
    void tintsBehindVariablesMarksAndTheSelectionLookAsBefore() {
        Snapshots.check("tokens", 520, 240, () -> {
            PromptArea area = new PromptArea();
            area.setText(TEXT);
            area.setMarks(List.of(new Mark(21, 27, "volatile")));
            area.select(60, 75);
            area.showTokens(source(area));
            return new VBox(area);
        });
    }

    @Test
    void eachWordOfARowIsTintedOnceAndTheVariableIsNot() {
        inWindow(TEXT, area -> area.showTokens(source(area)), area -> {
            List<TextRange> first = tints(area).getFirst().shown();
            assertThat(first.getFirst()).isEqualTo(new TextRange(0, 1));
            assertThat(first).noneMatch(range -> range.start() < 43 && range.end() > 35);
            assertThat(tints(area)).hasSize(5);
            assertThat(tints(area).get(1).shown()).isEmpty();
        });
    }

    @Test
    void onlyTheRowsInSightAreAskedFor() {
        String text = "some words in a line\n".repeat(5_000);
        inWindow(text, area -> area.showTokens(source(area)), area -> {
            assertThat(asked).isNotEmpty().allMatch(range -> range.end() - range.start() < 3_000);
            asked.clear();
            area.select(60_000, 60_000);
        });
        assertThat(asked).isNotEmpty().allMatch(range -> range.start() > 50_000 && range.end() < 70_000);
    }

    @Test
    void aKeystrokeTintsItsOwnParagraphAndLeavesTheOthers() {
        List<TokenTint> before = new ArrayList<>();
        inWindow(TEXT, area -> area.showTokens(source(area)), area -> {
            before.addAll(tints(area));
            area.area().insertText(3, "x");
        }, area -> {
            List<TokenTint> now = tints(area);
            assertThat(now.subList(1, 5)).isEqualTo(before.subList(1, 5));
            assertThat(now.getFirst()).isNotSameAs(before.getFirst());
            assertThat(now.getFirst().shown().get(1)).isEqualTo(new TextRange(1, 7));
        });
    }

    @Test
    void theTokenAtTheCaretIsToldToScreenReaders() {
        inWindow(TEXT, area -> area.showTokens(source(area)), area -> area.select(15, 15), area -> {
            assertThat(area.area().getAccessibleHelp()).isEqualTo("token 16 · ␣from");
            area.hideTokens();
            assertThat(area.area().getAccessibleHelp()).isNull();
        });
    }

    @Test
    void nothingIsLeftWhenTheTokensAreHidden() {
        inWindow(TEXT, area -> area.showTokens(source(area)), PromptArea::hideTokens,
                area -> assertThat(tints(area)).isEmpty());
    }

    @Test
    void aTokenIsToldByItsIdsAndWithSignsForWhiteSpace() {
        assertThat(TokenLayer.words(new TextToken(0, 4, List.of(290), " the"))).isEqualTo("token 290 · ␣the");
        assertThat(TokenLayer.words(new TextToken(0, 2, List.of(9468, 240), "😀\n")))
                .isEqualTo("tokens 9468 240 · 😀␊");
    }

    private static List<TokenTint> tints(PromptArea area) {
        return area.lookupAll(".token-tint").stream().map(path -> (TokenTint) path.getParent()).distinct()
                .sorted(Comparator.comparingInt(TokenTint::paragraph)).toList();
    }

    @SafeVarargs
    private static void inWindow(String text, Consumer<PromptArea>... steps) {
        PromptArea area = FxToolkit.call(PromptArea::new);
        Stage stage = FxToolkit.call(() -> Snapshots.show(new VBox(area), 520, 500, Theme.Appearance.LIGHT));
        FxToolkit.run(() -> area.setText(text));
        for (Consumer<PromptArea> step : steps) {
            FxToolkit.frames(3);
            FxToolkit.run(() -> step.accept(area));
        }
        FxToolkit.frames(3);
        FxToolkit.run(stage::close);
    }
}
