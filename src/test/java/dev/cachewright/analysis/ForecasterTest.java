package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.Rates;
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
import dev.cachewright.token.part.Band;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecasterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Analyst ANALYST = Simulators.ANALYST;
    private static final Destination GPT = ANALYST.destination("gpt-4o");
    private static final Prompt PROMPT = prompt(Simulators.LONG);
    private static final Values SIX = new Values("v", List.of("q"),
            IntStream.range(0, 6).mapToObj(i -> new Row(Map.of("q", "Question " + i))).toList());
    private static final CountedRows ROWS = ANALYST.countRows(PROMPT, SIX, GPT);
    private static final long PREFIX = ROWS.prefix().tokens() / 128 * 128;

    private final Terms terms = GPT.terms(PROMPT.settings()).orElseThrow();
    private final Forecaster forecaster = new Forecaster(terms, ROWS.prefix().tokens());

    private static Prompt prompt(String policy) {
        return Prompt.of(List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC, policy),
                Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}")), Settings.of("gpt-4o", Api.CHAT));
    }

    private static CountedRequest row(int index) {
        return ROWS.rows().get(index);
    }

    private static long total(int index) {
        return row(index).tokens().total();
    }

    private CacheState warm() {
        return forecaster.next(CacheState.empty(), row(0), NOW).state();
    }

    private List<MissReason> reasons(Cadence cadence) {
        return forecaster.series(ROWS.rows(), NOW, cadence).calls().stream().map(CallForecast::reason).toList();
    }

    @Test
    void theFirstCallIsColdAndReadsNothing() {
        CallForecast first = forecaster.next(CacheState.empty(), row(0), NOW).forecast();

        assertThat(first).isEqualTo(new CallForecast(InputSplit.uncached(total(0)),
                terms.costOf(InputSplit.uncached(total(0)), NOW), PREFIX, MissReason.COLD, ""));
    }

    @Test
    void aWarmCallReadsTheStaticPrefix() {
        var split = new InputSplit(PREFIX, 0, total(1) - PREFIX);

        CallForecast warm = forecaster.next(warm(), row(1), NOW.plusSeconds(9)).forecast();

        assertThat(warm.split()).isEqualTo(split);
        assertThat(warm.cost()).isEqualTo(terms.costOf(split, NOW));
        assertThat(warm.promised()).isEqualTo(PREFIX);
        assertThat(warm.reason()).isEqualTo(MissReason.NONE);
        assertThat(warm.certainty()).isEqualTo(new CallForecast.Certainty(Band.EXACT, true, List.of(),
                Optional.of(new CallForecast.Age(Duration.ofSeconds(9), Duration.ofMinutes(5),
                        Duration.ofMinutes(10)))));
    }

    @Test
    void anExpiredCallSaysForHowLongNothingWasSent() {
        CallForecast late = forecaster.next(warm(), row(1), NOW.plus(Duration.ofMinutes(90))).forecast();

        assertThat(late.reason()).isEqualTo(MissReason.EXPIRED);
        assertThat(late.certainty().age().orElseThrow().idle()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void thePriceOfAWarmCallIsThatOfItsParts() {
        var split = new InputSplit(PREFIX, 0, total(1) - PREFIX);
        Rates rates = GPT.model().orElseThrow().ratesAt(NOW, total(1), "").orElseThrow();
        Money expected = rates.cacheRead().orElseThrow().of(PREFIX).plus(rates.input().of(total(1) - PREFIX));

        assertThat(terms.costOf(split, NOW)).contains(expected);
    }

    @Test
    void anEditInThePrefixIsNamedByItsBlock() {
        CountedRequest edited = ANALYST.countRows(prompt("Dear model. " + Simulators.LONG), SIX, GPT).rows()
                .getFirst();

        CallForecast forecast = forecaster.next(warm(), edited, NOW.plusSeconds(9)).forecast();

        assertThat(forecast.reason()).isEqualTo(MissReason.PREFIX_CHANGED);
        assertThat(forecast.changedIn()).isEqualTo("policy");
        assertThat(forecast.split().cached()).isZero();
    }

    @Test
    void anotherKeyIsAnotherCache() {
        Settings keyed = PROMPT.settings().withCache(CacheSettings.none().withKey("team-a"));
        var other = new Forecaster(GPT.terms(keyed).orElseThrow(), ROWS.prefix().tokens());

        assertThat(other.next(warm(), row(1), NOW.plusSeconds(9)).forecast().reason())
                .isEqualTo(MissReason.KEY_CHANGED);
    }

    @Test
    void aShortPromptIsBelowTheThreshold() {
        CountedRows rows = ANALYST.countRows(prompt("Be kind."), SIX, GPT);
        var small = new Forecaster(terms, rows.prefix().tokens());

        CallForecast forecast = small.next(CacheState.empty(), rows.rows().getFirst(), NOW).forecast();

        assertThat(forecast.reason()).isEqualTo(MissReason.BELOW_THRESHOLD);
        assertThat(forecast.promised()).isZero();
    }

    @Test
    void aSeriesIsColdOnceAndThenWarm() {
        assertThat(reasons(AnalysisInput.USUAL)).containsExactly(MissReason.COLD, MissReason.NONE, MissReason.NONE,
                MissReason.NONE, MissReason.NONE, MissReason.NONE);
    }

    @Test
    void callsThatAreSentTogetherFindNothing() {
        SeriesForecast series = forecaster.series(ROWS.rows(), NOW,
                new Cadence(Duration.ofSeconds(6), 3, 0, Duration.ZERO));

        assertThat(series.calls()).extracting(call -> call.split().cached())
                .containsExactly(0L, 0L, 0L, PREFIX, PREFIX, PREFIX);
    }

    @Test
    void aLongPauseEmptiesTheCache() {
        assertThat(reasons(new Cadence(Duration.ofSeconds(6), 1, 3, Duration.ofHours(30)))).containsExactly(
                MissReason.COLD, MissReason.NONE, MissReason.NONE, MissReason.EXPIRED, MissReason.NONE,
                MissReason.NONE);
    }

    @Test
    void aSeriesCostsWhatItsCallsDoAndLessThanWithoutACache() {
        SeriesForecast series = forecaster.series(ROWS.rows(), NOW, AnalysisInput.USUAL);
        Money uncached = IntStream.range(0, 6).mapToObj(i -> terms.costOf(InputSplit.uncached(total(i)), NOW)
                .orElseThrow()).reduce(Money.ZERO, Money::plus);

        assertThat(series.uncachedCost()).contains(uncached);
        assertThat(series.cost().orElseThrow()).isLessThan(uncached);
        assertThat(series.input()).isEqualTo(IntStream.range(0, 6).mapToLong(ForecasterTest::total).sum());
    }

    @Test
    void aSeriesOfNoCallsCostsNothing() {
        assertThat(forecaster.series(List.of(), NOW, AnalysisInput.USUAL))
                .isEqualTo(new SeriesForecast(List.of(), Optional.of(Money.ZERO)));
    }

    @Test
    void theForecastOfACallDoesNotChangeTheStateItBeganWith() {
        CacheState warm = warm();
        CallForecast once = forecaster.next(warm, row(1), NOW.plusSeconds(9)).forecast();

        assertThat(forecaster.next(warm, row(1), NOW.plusSeconds(9)).forecast()).isEqualTo(once);
    }

    @Test
    void aModelWithoutARowHasNoPrice() {
        var unpriced = new Terms(terms.rules(), Optional.empty(), PROMPT.settings());
        var forecast = new Forecaster(unpriced, ROWS.prefix().tokens()).series(ROWS.rows(), NOW, AnalysisInput.USUAL);

        assertThat(forecast.uncachedCost()).isEmpty();
        assertThat(forecast.cost()).isEmpty();
        assertThat(forecast.cached()).isEqualTo(5 * PREFIX);
        assertThat(unpriced.economyAt(NOW, 1_000)).isEmpty();
    }

    @Test
    void anOutlookKnowsACadenceThatIsTooFastForOneKey() {
        assertThat(outlook(Duration.ofSeconds(6)).isTooFast()).isFalse();
        assertThat(outlook(Duration.ofSeconds(1)).isTooFast()).isTrue();
        assertThat(outlook(Duration.ZERO).isTooFast()).isTrue();
    }

    private static Outlook outlook(Duration every) {
        return ANALYST.analyse(new AnalysisInput(PROMPT, SIX, 0, Optional.empty(), CacheState.empty(), NOW,
                Cadence.every(every))).outlook().orElseThrow();
    }
}
