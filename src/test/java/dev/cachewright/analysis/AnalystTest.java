package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.request.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalystTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Analyst ANALYST = new Analyst(BundledCatalog.read(), SharedTokenizers.ALL);
    private static final String POLICY = "Answer from the policy. Be brief and kind.\n".repeat(160);

    private static Prompt prompt(Block... blocks) {
        return Prompt.of(List.of(blocks), Settings.of("gpt-4o", Api.CHAT));
    }

    private static Values values(String... questions) {
        var rows = new ArrayList<Row>();
        for (String question : questions) {
            rows.add(new Row(Map.of("q", question)));
        }
        return new Values("v.csv", List.of("q"), rows);
    }

    private static Analysis analyse(Prompt prompt, Values values) {
        return ANALYST.analyse(AnalysisInput.of(prompt, values, NOW));
    }

    private static final Prompt SUPPORT = prompt(Block.of("policy", Role.SYSTEM, Kind.STATIC, POLICY),
            Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}"));

    @Test
    void thePrefixOfManyRowsIsTheirCommonTokenPrefix() {
        Values rows = values("Where is my parcel?", "Where is my refund?", "Which size?");

        StaticPrefix prefix = analyse(SUPPORT, rows).prefix();

        assertThat(prefix.tokens()).isEqualTo(bruteForce(SUPPORT, rows));
        assertThat(prefix.stable()).isLessThanOrEqualTo(prefix.tokens());
        assertThat(prefix.end()).isEqualTo(new Place("question", 0));
    }

    @Test
    void randomRowsAgreeWithBruteForce() {
        var random = new Random(2);
        String[] words = {"a", "where ", "when\n", "日本", " the", "1", "'s", "", "wher", "e "};
        for (int round = 0; round < 60; round++) {
            var questions = new String[3];
            for (int i = 0; i < 3; i++) {
                questions[i] = words[random.nextInt(10)] + words[random.nextInt(10)];
            }
            Prompt prompt = prompt(Block.of("policy", Role.SYSTEM, Kind.STATIC, "Answer: " + words[random.nextInt(10)]),
                    Block.of("context", Role.SYSTEM, Kind.STATIC, "for {{q}} only").withJoined(true));
            assertThat(analyse(prompt, values(questions)).prefix().tokens())
                    .isEqualTo(bruteForce(prompt, values(questions)));
        }
    }

    private static int bruteForce(Prompt prompt, Values values) {
        List<int[]> all = values.rows().stream().map(row -> ANALYST.destination("gpt-4o").counter()
                .count(Renderer.render(prompt, row)).ids().toArray()).toList();
        int shared = 0;
        while (all.stream().allMatch(hasSame(shared, all.getFirst()))) {
            shared++;
        }
        return shared;
    }

    private static java.util.function.Predicate<int[]> hasSame(int index, int[] first) {
        return ids -> index < ids.length && index < first.length && ids[index] == first[index];
    }

    @Test
    void withoutRowsAVariableMayHoldAnything() {
        assertThat(analyse(SUPPORT, Values.none()).prefix().end()).isEqualTo(new Place("question", 0));
    }

    @Test
    void aVariableThatNoRowGivesMayHoldAnything() {
        Prompt prompt = SUPPORT.with("policy", block -> block.withText("Dear {{nobody}}, " + block.text()));

        assertThat(analyse(prompt, values("one", "two")).prefix().end()).isEqualTo(new Place("policy", 4));
    }

    @Test
    void aBlockThatItsAuthorCallsDynamicMayHoldAnything() {
        Prompt prompt = prompt(Block.of("policy", Role.SYSTEM, Kind.STATIC, POLICY),
                Block.of("date", Role.SYSTEM, Kind.DYNAMIC, "Monday").withJoined(true),
                Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}"));

        Place end = analyse(prompt, values("one", "two")).prefix().end();

        // A line break behind ".\n" would make another token of it, so the last one is not certain.
        assertThat(end).isEqualTo(new Place("policy", POLICY.length() - 2));
    }

    @Test
    void forecastsAColdCallAndThenWarmOnes() {
        Outlook outlook = analyse(SUPPORT, values("Where?", "When?", "Why?")).outlook().orElseThrow();

        int cacheable = outlook.cacheable();
        assertThat(cacheable).isGreaterThanOrEqualTo(1_024)
                .isEqualTo(analyse(SUPPORT, values("Where?", "When?", "Why?"))
                        .prefix().tokens() / 128 * 128);
        assertThat(outlook.series().calls()).extracting(call -> call.split().cached()).containsExactly(0L,
                (long) cacheable, (long) cacheable);
        assertThat(outlook.next().reason()).isEqualTo(MissReason.COLD);
        assertThat(outlook.series().cost().orElseThrow()).isLessThan(outlook.series().uncachedCost().orElseThrow());
    }

    @Test
    void saysWhichBlockAnEditChanged() {
        Prompt edited = SUPPORT.with("policy", block -> block.withText("Dear model. " + block.text()));
        Values rows = values("Where?", "When?");
        Analysis before = analyse(SUPPORT, rows);
        CacheState warm = new Forecaster(new Terms(before.outlook().orElseThrow().rules(), before.model(),
                SUPPORT.settings()), before.prefix().tokens()).next(CacheState.empty(), before.counted(), NOW).state();

        Analysis after = ANALYST.analyse(new AnalysisInput(edited, rows, 1, Optional.empty(), warm, NOW,
                AnalysisInput.USUAL));

        CallForecast next = after.outlook().orElseThrow().next();
        assertThat(next.split().cached()).isZero();
        assertThat(next.reason()).isEqualTo(MissReason.PREFIX_CHANGED);
        assertThat(next.changedIn()).isEqualTo("policy");
        String first = SUPPORT.block("policy").orElseThrow().text().split("\\s")[0];
        assertThat(next.changed()).isEqualTo(new Divergence(next.changed().commonTokens(), "input_changed",
                new Place("policy", 0), Divergence.BodyPlace.NONE, first, "Dear"));
        assertThat(next.changed().commonTokens()).isEqualTo(before.tokens().commonPrefix(after.tokens()));
        assertThat(next.promised()).isGreaterThan(1_000);
    }

    @Test
    void anUnknownModelHasNoForecastAndNoPrice() {
        Prompt unknown = SUPPORT.withSettings(SUPPORT.settings().withModel("my-model"));

        Analysis analysis = analyse(unknown, values("Where?", "When?"));

        assertThat(analysis.outlook()).isEmpty();
        assertThat(analysis.model()).isEmpty();
        assertThat(analysis.isExact()).isFalse();
    }
}
