package dev.cachewright.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.request.FlatTokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is answered by arithmetic is held to the rule engine, which sees every call of the same traffic.
class WhatIfTest {

    private static final Instant DAY = Instant.parse("2026-11-28T00:00:00Z");
    private static final Analyst ANALYST = Simulators.ANALYST;
    private static final List<String> MODELS = List.of("gpt-4o", "gpt-5.5", "gpt-5.6-sol", "gpt-6-astra",
            "claude-sonnet-4-6", "claude-opus-4-8", "deepseek-v4-pro", "gemini-3.5-flash", "kimi-k2.6");
    private static final int SETTINGS = 500;
    private static final int GROUPS = 1_000;
    private static final int ROWS = 5;
    private static final double ONE_PERCENT = 0.01;

    @Test
    void answersLikeTheRuleEngineOnTheSameTraffic() {
        var random = new Random(19);
        int cached = 0;
        for (int i = 0; i < SETTINGS; i++) {
            Setting setting = Setting.of(random);
            Answer answer = setting.whatIf().answer(setting.question()).orElseThrow();
            Sums sums = setting.brute(random);
            assertThat(answer.hitRate()).as("hit rate of %s", setting).isCloseTo(sums.hitRate(), within(ONE_PERCENT));
            double cost = answer.means().warmCost().orElseThrow().doubleValue() + answer.coldShare()
                    * answer.means().coldCost().orElseThrow().subtract(answer.means().warmCost().orElseThrow())
                            .doubleValue();
            assertThat(cost / sums.costOfCall()).as("cost of %s", setting).isCloseTo(1, within(ONE_PERCENT));
            cached += answer.hitRate() > 0.1 ? 1 : 0;
        }
        assertThat(cached).as("settings with hits").isBetween(SETTINGS / 4, SETTINGS * 9 / 10);
    }

    /// A prompt, what is supposed of it, and the same thing done.
    private record Setting(Prompt prompt, Question question) {

        static Setting of(Random random) {
            String model = MODELS.get(random.nextInt(MODELS.size()));
            List<String> lifetimes = new WhatIf(ANALYST, promptOf(model, 1, false), Values.none(), DAY)
                    .lifetimes(model);
            String lifetime = lifetimes.isEmpty() || random.nextBoolean()
                    ? ""
                    : lifetimes.get(random.nextInt(lifetimes.size()));
            Prompt prompt = promptOf(model, 300 + random.nextInt(1_800), random.nextInt(4) > 0);
            double perMinute = Math.exp(random.nextDouble() * 7 - 4.5);
            var load = new Load(perMinute, 1 + random.nextInt(3), random.nextInt(4) == 0, 1 + random.nextInt(4));
            return new Setting(prompt, new Question(model, lifetime, random.nextInt(3) * 400, 0, load));
        }

        WhatIf whatIf() {
            return new WhatIf(ANALYST, prompt, values(), DAY);
        }

        /// Every call of one cache through the rules, the padding written as text.
        Sums brute(Random random) {
            Prompt padded = prompt.with("policy", policy -> policy.withText(policy.content()
                    + " word".repeat(question.pad()))).withSettings(settings());
            Destination destination = ANALYST.destination(question.model());
            CountedRows rows = ANALYST.countRows(padded, values(), destination);
            Terms terms = destination.terms(padded.settings()).orElseThrow();
            var sums = new Sums();
            CacheState state = CacheState.empty();
            Instant at = DAY;
            List<Double> gaps = gaps(random, terms.rules().callsAMinute());
            int calls = 0;
            for (int group = 0; group <= GROUPS; group++) {
                for (int i = 0; i < question.load().together(); i++) {
                    CountedRequest row = rows.rows().get((group + i) % ROWS);
                    CacheRequest request = terms.request(unlike(row, rows.prefix().tokens(), ++calls), row.content(),
                            rows.prefix().tokens()).answeredAfter(Duration.ofNanos(1));
                    CacheStep step = terms.rules().step(state, request, at);
                    state = step.state();
                    if (group > 0) {
                        sums.add(step.outcome().split(), terms);
                    }
                }
                at = group < GROUPS ? at.plus(Duration.ofNanos(Math.round(gaps.get(group) * 60e9))) : at;
            }
            return sums;
        }

        private Settings settings() {
            CacheSettings cache = prompt.settings().cache();
            if (question.lifetime().isEmpty()) {
                return prompt.settings();
            }
            boolean isRetention = List.of("24h", "in_memory").contains(question.lifetime());
            return prompt.settings().withCache(isRetention ? cache.withRetention(question.lifetime())
                    : cache.withTtl(question.lifetime()));
        }

        /// Minutes between groups of one cache: by chance as often as each length is due, in a random order.
        private List<Double> gaps(Random random, OptionalInt limit) {
            Load load = question.load();
            double keyRate = load.perMinute() / load.keys();
            double machines = limit.isPresent() ? Math.max(1, Math.ceil(keyRate / limit.getAsInt())) : 1;
            double mean = load.together() * machines / keyRate;
            var gaps = IntStream.range(0, GROUPS)
                    .mapToObj(i -> load.isEven() ? mean : -Math.log(1 - (i + 0.5) / GROUPS) * mean)
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(gaps, random);
            return gaps;
        }
    }

    /// A request of the same lengths, whose text after the static prefix no other call has.
    private static FlatTokens unlike(CountedRequest row, int prefix, int call) {
        return FlatTokens.of(IntStream.range(0, row.tokens().total())
                .map(i -> i < prefix ? i : 1_000_000 + call).toArray());
    }

    private static Prompt promptOf(String model, int words, boolean isMarked) {
        Block policy = Block.of("policy", Role.SYSTEM, Kind.STATIC, "Rule." + " word".repeat(words));
        return Prompt.of(List.of(isMarked ? policy.withBreakpoint(true) : policy,
                Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}")), Settings.of(model, Api.CHAT));
    }

    /// Questions that share nothing, of several lengths.
    private static Values values() {
        return new Values("v", List.of("q"), IntStream.range(0, ROWS).mapToObj(i -> new Row(
                Map.of("q", List.of("Alpha", "Why", "Tell", "Zero", "Next").get(i) + " x".repeat(30 * i)))).toList());
    }

    /// What the calls read and cost.
    private static final class Sums {

        private long cached;
        private long input;
        private double cost;
        private int calls;

        void add(InputSplit split, Terms terms) {
            cached += split.cached();
            input += split.input();
            cost += terms.costOf(split, DAY).orElseThrow().dollars().doubleValue();
            calls++;
        }

        double hitRate() {
            return (double) cached / input;
        }

        double costOfCall() {
            return cost / calls;
        }
    }

    /// Calls by chance, each with a key by chance, counted one by one.
    @Test
    void callsByChanceFindNothingAsOftenAsTheFormulaSays() {
        var random = new Random(7);
        for (int keys : List.of(1, 3, 10)) {
            var load = new Load(2, 1, false, keys);
            double[] last = new double[keys];
            double now = 0;
            int cold = 0;
            int calls = 400_000;
            for (int i = 0; i < calls; i++) {
                now -= Math.log(1 - random.nextDouble()) / 2;
                int key = random.nextInt(keys);
                cold += now - last[key] >= 3 ? 1 : 0;
                last[key] = now;
            }
            assertThat(load.coldShare(Duration.ofMinutes(3), OptionalInt.empty()))
                    .isCloseTo((double) cold / calls, within(0.003));
        }
    }

    @Test
    void aKeyWithMoreCallsThanItsLimitIsSpreadOverMachines() {
        assertThat(new Load(40, 1, false, 1).caches(OptionalInt.of(15))).isEqualTo(3);
        assertThat(new Load(40, 1, false, 4).caches(OptionalInt.of(15))).isEqualTo(4);
        assertThat(new Load(40, 1, false, 1).caches(OptionalInt.empty())).isEqualTo(1);
    }

    @Test
    void evenCallsAreAllWarmOrAllCold() {
        var load = new Load(0.1, 1, true, 1);
        assertThat(load.coldShare(Duration.ofMinutes(11), OptionalInt.empty())).isZero();
        assertThat(load.coldShare(Duration.ofMinutes(9), OptionalInt.empty())).isEqualTo(1);
        assertThat(load.pingsBetween(Duration.ofMinutes(9), OptionalInt.empty())).isEqualTo(1);
        assertThat(load.pingsBetween(Duration.ofMinutes(4), OptionalInt.empty())).isEqualTo(2);
    }

    /// One write and nine reads cost 2.15 where ten plain calls cost 10; caching pays from 21.7 % on.
    @Test
    void agreesWithThePublishedEconomics() {
        Prompt prompt = promptOf("gpt-5.6-sol", 4_000, true);
        Answer answer = new WhatIf(ANALYST, prompt.withSettings(prompt.settings().withCache(
                CacheSettings.none().withMode("explicit"))), Values.none(), DAY)
                .answer(new Question("gpt-5.6-sol", "", 0, 0, Load.perMinute(1))).orElseThrow();
        Means means = answer.means();
        double written = means.cold().written();
        double rest = means.cold().uncached();
        double price = answer.rates().orElseThrow().input().dollarsPerMillion().doubleValue() / 1e6;
        assertThat(means.coldCost().orElseThrow().doubleValue()).isCloseTo((written * 1.25 + rest) * price,
                within(1e-12));
        assertThat(means.warmCost().orElseThrow().doubleValue()).isCloseTo((written * 0.1 + rest) * price,
                within(1e-12));
        double ten = means.coldCost().orElseThrow().add(means.warmCost().orElseThrow().multiply(BigDecimal.valueOf(9)))
                .doubleValue();
        assertThat(ten - 10 * rest * price).isCloseTo(2.15 * written * price, within(1e-12));
        assertThat(answer.breakEvenWarm().orElseThrow()).isCloseTo(0.25 / 1.15, within(1e-9));
        assertThat(answer.economy().orElseThrow().breakEvenHitRate()).isCloseTo(0.217, within(0.0005));
        assertThat(answer.economy().orElseThrow().paysFrom()).hasValue(2);
    }

    @Test
    void keepingWarmSavesWhatTheRuleEngineSays() {
        Prompt prompt = promptOf("claude-sonnet-4-6", 4_000, true);
        var whatIf = new WhatIf(ANALYST, prompt, values(), DAY);
        Answer answer = whatIf.answer(new Question("claude-sonnet-4-6", "5m", 0, 0,
                new Load(0.1, 1, true, 1))).orElseThrow();
        KeepAlive pings = KeepAlive.of(answer);
        assertThat(answer.coldShare()).isEqualTo(1);
        assertThat(pings.every()).isEqualTo(Duration.ofSeconds(270));
        // Every 10 minutes a call: pings after 4.5 and 9 minutes.
        assertThat(pings.pings()).isCloseTo(2 * 144, within(1e-6));
        assertThat(pings.missesSaved()).isCloseTo(144, within(1e-6));
        assertThat(pings.gain().orElseThrow().doubleValue()).isCloseTo(144 * (answer.means().coldCost().orElseThrow()
                .doubleValue() - 3 * answer.means().warmCost().orElseThrow().doubleValue()), within(1e-9));
    }

    @Test
    void modelsOfTheCatalogueStandByTheirCost() {
        Prompt prompt = promptOf("gpt-4o", 2_000, true);
        List<Answer> answers = new WhatIf(ANALYST, prompt, values(), DAY)
                .models(new Question("gpt-4o", "", 0, 100, Load.perMinute(1)));
        assertThat(answers).hasSizeGreaterThan(20);
        assertThat(answers).isSortedAccordingTo((one, other) -> one.perCall().orElseThrow()
                .compareTo(other.perCall().orElseThrow()));
        assertThat(answers).anySatisfy(answer -> assertThat(answer.question().model()).isEqualTo("gpt-4o"));
    }

    /// What a prompt of another model lacks is supposed, and is what the same prompt with that breakpoint brings.
    @Test
    void modelsThatNeedABreakpointAreSupposedToHaveOne() {
        Prompt prompt = promptOf("gpt-4o", 2_000, false);
        Prompt marked = prompt.withSettings(prompt.settings().withModel("claude-sonnet-4-6")).with("policy",
                block -> block.withBreakpoint(true));
        Question question = new Question("claude-sonnet-4-6", "", 0, 100, Load.perMinute(1));

        Answer supposed = new WhatIf(ANALYST, prompt, values(), DAY).answer(question).orElseThrow();
        Answer real = new WhatIf(ANALYST, marked, values(), DAY).answer(question).orElseThrow();

        assertThat(supposed.counted().breakpoint()).contains("policy");
        assertThat(real.counted().breakpoint()).isEmpty();
        assertThat(supposed.means()).isEqualTo(real.means());
        assertThat(supposed.hitRate()).isPositive();
        assertThat(new WhatIf(ANALYST, prompt.withSettings(prompt.settings().withModel("claude-sonnet-4-6")), values(),
                DAY).answer(question).orElseThrow().hitRate()).isZero();
    }

    /// A prefix that reaches the threshold by its padding alone is supposed to have a breakpoint as well.
    @Test
    void aBreakpointIsSupposedWherePaddingMakesThePrefixLongEnough() {
        var whatIf = new WhatIf(ANALYST, promptOf("gpt-4o", 700, false), values(), DAY);
        for (String model : List.of("gpt-5.6-sol", "claude-sonnet-4-6")) {
            Question question = new Question(model, "", 0, 100, Load.perMinute(1));

            assertThat(whatIf.answer(question).orElseThrow().hitRate()).as(model).isZero();
            Answer padded = whatIf.answer(question.withPad(600)).orElseThrow();
            assertThat(padded.hitRate()).as(model).isGreaterThan(0.8);
            assertThat(padded.counted().breakpoint()).as(model).contains("policy");
        }
    }
}
