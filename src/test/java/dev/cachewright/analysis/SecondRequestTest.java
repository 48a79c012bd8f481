package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.BlockEdits;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.VariableEdits;
import dev.cachewright.prompt.text.WordDifference;
import dev.cachewright.token.SharedTokenizers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecondRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Analyst ANALYST = new Analyst(BundledCatalog.read(), SharedTokenizers.ALL);
    private static final String POLICY = "Answer from the policy. Be brief and kind.\n".repeat(160);
    private static final String CLOCK = "Current time: %s. Session %s.\n";

    private static Prompt prompt(String... systemAndTurns) {
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < systemAndTurns.length; i++) {
            blocks.add(Block.of("b" + i, i == 0 ? Role.SYSTEM : i % 2 == 1 ? Role.USER : Role.ASSISTANT, Kind.STATIC,
                    systemAndTurns[i]));
        }
        return Prompt.of(blocks, Settings.of("gpt-4o", Api.CHAT));
    }

    private static Analysis compare(Prompt shown, SecondRequest second) {
        return ANALYST.analyse(new AnalysisInput(shown, Values.none(), 0, Optional.empty(), CacheState.empty(), NOW,
                AnalysisInput.USUAL, Optional.of(second)));
    }

    private static final Prompt FIRST = prompt(CLOCK.formatted("2026-11-28T07:55:12Z", "8f3a-22c1") + POLICY,
            "Where is it?");
    private static final Prompt OTHER = prompt(CLOCK.formatted("2026-11-28T08:01:44Z", "77b0-9e11") + POLICY,
            "Where is it?");

    @Test
    void thePlacesThatDifferAreWholeWords() {
        Analysis analysis = compare(FIRST, SecondRequest.of(FIRST, OTHER));
        Comparison found = analysis.comparison().orElseThrow();
        String text = FIRST.blocks().getFirst().text();

        assertThat(found.changes()).extracting(change -> text.substring(change.start(), change.end()))
                .containsExactly("2026-11-28T07:55:12Z", "8f3a-22c1");
        assertThat(found.changes()).extracting(Comparison.Change::other)
                .containsExactly("2026-11-28T08:01:44Z", "77b0-9e11");
        assertThat(analysis.prefix().tokens()).isEqualTo(found.at().commonTokens()).isLessThan(20);
        assertThat(analysis.outlook().orElseThrow().series().hitRate()).isZero();
    }

    @Test
    void aClockThatIsSplitOffAndMovedStillDiffersWhereItIsNow() {
        SecondRequest second = SecondRequest.of(FIRST, OTHER);
        int line = FIRST.blocks().getFirst().text().indexOf('\n') + 1;
        Prompt split = BlockEdits.split(FIRST, "b0", line);
        String clock = split.blocks().getFirst().id();
        Prompt moved = BlockEdits.move(split, clock, 1);

        Analysis analysis = compare(moved, second);

        assertThat(analysis.comparison().orElseThrow().blocks()).containsExactly(clock);
        assertThat(analysis.outlook().orElseThrow().cacheable()).isGreaterThan(1_024);
        assertThat(analysis.outlook().orElseThrow().series().hitRate()).isGreaterThan(0.4);
    }

    @Test
    void variablesHaveInTheSecondWhatWasThereAsText() {
        SecondRequest second = SecondRequest.of(FIRST, OTHER);
        Comparison before = compare(FIRST, second).comparison().orElseThrow();
        Prompt made = VariableEdits.make(FIRST, before.changes().stream().map(change -> new VariableEdits.Stretch(
                change.blockId(), change.start(), change.end())).toList());

        Analysis analysis = compare(made, second);

        assertThat(made.defaults()).containsOnlyKeys("time", "session");
        assertThat(analysis.comparison().orElseThrow().changes()).isEmpty();
        assertThat(analysis.comparison().orElseThrow().isSame()).isFalse();
        assertThat(analysis.outlook().orElseThrow().series().hitRate()).isZero();
    }

    @Test
    void rowsOfBothRequestsAreTheirsInTheSecondToo() {
        SecondRequest second = SecondRequest.of(FIRST, OTHER);
        Prompt made = VariableEdits.make(FIRST, List.of(new VariableEdits.Stretch("b0", 14, 34)));
        Values rows = new Values("rows.jsonl", List.of("time"), List.of(
                new Row(Map.of("time", "2026-11-28T07:55:12Z")), new Row(Map.of("time", "2026-11-28T08:01:44Z"))));

        Analysis analysis = ANALYST.analyse(new AnalysisInput(made, rows, 0, Optional.empty(), CacheState.empty(), NOW,
                AnalysisInput.USUAL, Optional.of(second)));

        assertThat(analysis.comparison().orElseThrow().isSame()).isFalse();
        assertThat(analysis.comparison().orElseThrow().at().block()).isEqualTo("b0");
    }

    @Test
    void oneThatGoesOnWhereTheOtherEndsDiffersInNothing() {
        Prompt longer = prompt(FIRST.blocks().getFirst().text(), "Where is it?", "On its way.", "And when?");

        assertThat(compare(FIRST, SecondRequest.of(FIRST, longer)).comparison().orElseThrow())
                .isEqualTo(new Comparison(Divergence.NONE, List.of()));
    }

    /// The second opinion: two texts are the same where all their differences are put in.
    @Test
    void differencesTurnOneTextIntoTheOther() {
        var random = new Random(7);
        String[] words = {"the ", "clock ", "says\n", "7:55 ", "8:01 ", "it ", "is, ", "日本 ", "a.b ", " "};
        for (int round = 0; round < 500; round++) {
            String one = text(random, words);
            String other = text(random, words);
            var made = new StringBuilder();
            int at = 0;
            for (WordDifference found : WordDifference.of(one, other)) {
                assertThat(found.start()).isGreaterThanOrEqualTo(at);
                made.append(one, at, found.start()).append(found.other());
                at = found.end();
            }
            assertThat(made.append(one.substring(at))).hasToString(other);
        }
    }

    private static String text(Random random, String[] words) {
        var text = new StringBuilder();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            text.append(words[random.nextInt(words.length)]);
        }
        return text.toString();
    }
}
