package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.token.SharedTokenizers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Analyst ANALYST = new Analyst(BundledCatalog.read(), SharedTokenizers.ALL);
    private static final String POLICY = "Answer from the policy. Be brief and kind.\n";
    private static final Values ROWS = new Values("v.csv", List.of("q", "day"), List.of(
            new Row(Map.of("q", "Where is my parcel?", "day", "Monday")),
            new Row(Map.of("q", "Which size?", "day", "Friday"))));

    private static Block system(String id, String text) {
        return Block.of(id, Role.SYSTEM, Kind.STATIC, text);
    }

    private static Block question() {
        return Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}");
    }

    private static Analysis analyse(String model, Optional<RuleSet> rules, Block... blocks) {
        Prompt prompt = Prompt.of(List.of(blocks), Settings.of(model, Api.CHAT));
        AnalysisInput plain = AnalysisInput.of(prompt, ROWS, NOW);
        return ANALYST.analyse(new AnalysisInput(prompt, ROWS, 0, rules, plain.cache(), NOW, plain.cadence()));
    }

    private static List<Reach.State> states(Analysis analysis) {
        Map<String, Reach.OfBlock> blocks = analysis.reach().blocks();
        return analysis.prompt().blocks().stream().map(block -> blocks.get(block.id()).state()).toList();
    }

    @Test
    void textAfterWhatChangesIsOutOfReachAndTextBeforeIsCacheable() {
        Analysis analysis = analyse("gpt-4o", Optional.empty(), system("policy", POLICY.repeat(160)),
                system("clock", "It is {{day}}."), system("handbook", POLICY.repeat(20)), question());

        assertThat(states(analysis)).containsExactly(Reach.State.CACHED, Reach.State.DYNAMIC,
                Reach.State.AFTER_CHANGE, Reach.State.DYNAMIC);
        assertThat(analysis.reach().end()).isEqualTo(analysis.prefix().tokens());
        assertThat(analysis.reach().blocks().get("clock")).isEqualTo(new Reach.OfBlock(Reach.State.DYNAMIC, true));
        // The full stop after the day, and what ends the message after the question, are static as well.
        assertThat(analysis.reach().tokens(Reach.State.AFTER_CHANGE)).isBetween(analysis.tokens().spans().get(2)
                .tokens(), analysis.tokens().spans().get(2).tokens() + 6);
    }

    @Test
    void aPrefixBelowTheThresholdIsTooShortToBeReused() {
        Analysis analysis = analyse("gpt-4o", Optional.empty(), system("policy", POLICY), question());

        assertThat(states(analysis)).containsExactly(Reach.State.TOO_SHORT, Reach.State.DYNAMIC);
        assertThat(analysis.reach().end()).isZero();
    }

    @Test
    void withBreakpointsWhatNoneCoversIsOutOfReach() {
        Analysis none = analyse("gpt-5.6-sol", Optional.empty(), system("policy", POLICY.repeat(160)), question());
        Analysis one = analyse("gpt-5.6-sol", Optional.empty(),
                system("policy", POLICY.repeat(160)).withBreakpoint(true), system("more", POLICY.repeat(20)),
                question());

        assertThat(states(none)).containsExactly(Reach.State.NO_BREAKPOINT, Reach.State.DYNAMIC);
        assertThat(states(one)).containsExactly(Reach.State.CACHED, Reach.State.NO_BREAKPOINT, Reach.State.DYNAMIC);
    }

    @Test
    void aVariableWithoutAValueIsNotReadAgainThoughItIsEmpty() {
        Prompt prompt = Prompt.of(List.of(system("policy", POLICY.repeat(160)), question()),
                Settings.of("gpt-5.6-sol", Api.CHAT));
        Analysis analysis = ANALYST.analyse(AnalysisInput.of(prompt, Values.none(), NOW));

        assertThat(states(analysis)).containsExactly(Reach.State.NO_BREAKPOINT, Reach.State.DYNAMIC);
        assertThat(analysis.outlook().orElseThrow().cacheable()).isZero();
    }

    @Test
    void withoutRulesItIsOnlySaidWhatIsStatic() {
        Analysis analysis = analyse("my-own-model", Optional.empty(), system("policy", POLICY), question(),
                Block.of("end", Role.USER, Kind.STATIC, "Be brief."));

        assertThat(states(analysis)).containsExactly(Reach.State.STATIC, Reach.State.DYNAMIC,
                Reach.State.AFTER_CHANGE);
    }

    @Test
    void aServerThatCachesNothingLeavesNothingInReach() {
        Analysis analysis = analyse("gpt-4o", Optional.of(RuleSet.Named.NONE), system("policy", POLICY.repeat(160)),
                question());

        assertThat(states(analysis)).containsExactly(Reach.State.NO_CACHING, Reach.State.DYNAMIC);
    }

    @Test
    void theStretchesAreTheWholeRequestInOrder() {
        var random = new Random(5);
        for (int round = 0; round < 40; round++) {
            var blocks = new ArrayList<Block>();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                Block block = random.nextBoolean()
                        ? system("s" + i, POLICY.repeat(1 + random.nextInt(120)))
                        : Block.of("u" + i, Role.USER, Kind.DYNAMIC, "On {{day}}: {{q}}");
                blocks.add(random.nextInt(3) == 0 ? block.withBreakpoint(true) : block);
            }
            String model = List.of("gpt-4o", "gpt-5.6-sol", "claude-sonnet-5-5").get(random.nextInt(3));
            Analysis analysis = analyse(model, Optional.empty(), blocks.toArray(Block[]::new));
            int at = 0;
            for (Reach.Stretch stretch : analysis.reach().stretches()) {
                assertThat(stretch.from()).isEqualTo(at);
                assertThat(stretch.to()).isGreaterThan(at);
                at = stretch.to();
            }
            assertThat(at).isEqualTo(analysis.tokens().size());
        }
    }

    /// The second opinion: what the second of two calls that differ in their values reads.
    @Test
    void whatIsCacheableIsWhatACallWithOtherValuesReads() {
        var random = new Random(11);
        int read = 0;
        for (int round = 0; round < 60; round++) {
            var blocks = new ArrayList<Block>();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                Block block = random.nextInt(3) > 0
                        ? system("s" + i, POLICY.repeat(20 + random.nextInt(150)))
                        : Block.of("u" + i, Role.USER, Kind.DYNAMIC, "{{day}}: {{q}}");
                blocks.add(random.nextInt(3) == 0 ? block.withBreakpoint(true) : block);
            }
            Analysis analysis = analyse(random.nextBoolean() ? "gpt-4o" : "gpt-5.6-sol", Optional.empty(),
                    blocks.toArray(Block[]::new));
            long cached = analysis.outlook().orElseThrow().series().calls().getLast().split().cached();
            int reached = analysis.reach().end();
            read += cached > 0 ? 1 : 0;
            // Rules with steps read down to the step below.
            assertThat(cached).as("round " + round).isBetween(Math.max(0L, reached - 127L), (long) reached);
        }
        assertThat(read).isGreaterThan(10);
    }
}
