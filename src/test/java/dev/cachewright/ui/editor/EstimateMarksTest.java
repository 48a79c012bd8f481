package dev.cachewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.editor.marks.PrefixMarks;
import dev.cachewright.ui.editor.marks.TokenFigures;
import dev.cachewright.ui.kit.rail.PrefixRail;
import dev.cachewright.ui.kit.rail.RailTick;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateMarksTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final EditorViewModel editor = new EditorViewModel(fixture.workspace().prompt(),
            fixture.workspace().analysis());

    private PrefixMarks marksOf(Prompt prompt) {
        fixture.workspace().prompt().edit(prompt);
        return editor.marks().marksProperty().get().orElseThrow();
    }

    private Analysis analysis() {
        return fixture.workspace().analysis().getAnalysis().orElseThrow();
    }

    @Test
    void anExactPromptHasLinesAndNoZone() {
        PrefixMarks marks = marksOf(SamplePrompt.prompt("gpt-4o"));

        assertThat(marks.zone()).isEmpty();
        assertThat(marks.ticks()).extracting(RailTick::strong).startsWith(false, true);
        editor.marks().attach(editor.cards().getFirst());
        assertThat(editor.cards().getFirst().getFigures().getTokens()).doesNotContain("≈");
    }

    @Test
    void theThresholdOfClaudeIsAZoneBetweenWhereItMayAndWhereItMustBeReached() {
        PrefixMarks marks = marksOf(SamplePrompt.prompt("claude-sonnet-4-6"));
        PrefixRail.RailZone zone = marks.zone().orElseThrow();

        Estimate.Zone positions = analysis().estimate().zoneOf(1_024, analysis().tokens().size());
        assertThat(positions.from()).isLessThan(900);
        assertThat(zone).isEqualTo(new PrefixRail.RailZone(positions.from(), positions.to()));
        assertThat(marks.ticks()).extracting(RailTick::label).contains("1,024 ±");
        assertThat(marks.ticks()).noneMatch(RailTick::strong);
    }

    @Test
    void aShortClaudePromptIsSurelyBelowTheThreshold() {
        PrefixMarks marks = marksOf(SamplePrompt.prompt("claude-sonnet-4-6").with("policy",
                block -> block.withText("Be kind.")));

        assertThat(marks.zone()).isEmpty();
        assertThat(marks.caption()).contains(" tokens · short of the threshold of 1,024");
    }

    @Test
    void cardsOfAnEstimateAddUpAndSayWhy() {
        marksOf(SamplePrompt.prompt("claude-sonnet-4-6"));

        editor.cards().forEach(editor.marks()::attach);

        List<Integer> figures = editor.cards().stream().map(card -> number(card.getFigures().getTokens())).toList();
        TokenFigures last = editor.cards().getLast().getFigures();
        assertThat(number(last.getCumulative())).isEqualTo(figures.stream().mapToInt(Integer::intValue).sum());
        assertThat(last.getTokens()).startsWith("≈ ");
        assertThat(last.getCumulative()).startsWith("→ ≈ ");
        assertThat(last.getHint()).matches("This block: ≈ \\d+\\. Up to its end: ≈ [\\d,]+, between [\\d,]+ and "
                + "[\\d,]+ tokens\\. The vendor publishes no tokenizer.*");
    }

    private static int number(String words) {
        return Integer.parseInt(words.replaceAll("[^0-9]", ""));
    }
}
