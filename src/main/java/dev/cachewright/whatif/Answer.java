package dev.cachewright.whatif;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.Economy;
import dev.cachewright.catalog.Rates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What calls read and cost under what is supposed.
///
/// @param counted the prompt as it was counted for it
/// @param caches how many caches the calls are spread over
/// @param coldShare calls that find nothing, of all calls, 0 to 1
/// @param output what the answer of a call costs, in dollars; empty where the model has no price
/// @param rates that were used; empty where the model has none
/// @param why a warm call reads nothing: below the threshold, or no breakpoint; `NONE` where it reads
public record Answer(Question question, CountedPrompt counted, long caches, double coldShare, Means means,
        Optional<BigDecimal> output, Optional<Rates> rates, MissReason why) {

    private static final BigDecimal MINUTES_A_DAY = BigDecimal.valueOf(24 * 60L);
    private static final BigDecimal DAYS_A_MONTH = BigDecimal.valueOf(30);

    /// The rules of the cache.
    public CacheRules rules() {
        return counted.rules();
    }

    /// How long what is stored is assumed to be kept after its last use.
    public Duration kept() {
        return counted.lifetime().expected();
    }

    /// Tokens of the static prefix, padding included.
    public int prefix() {
        return counted.prefix() + question.pad();
    }

    /// When caching pays by the rates; empty where the model has none.
    public Optional<Economy> economy() {
        return rates.map(known -> Economy.of(known, written(known)));
    }

    /// The lifetime by which most of what is written is priced.
    private String written(Rates known) {
        Means.Tokens cold = means.cold();
        if (cold.longWritten() > cold.written() / 2) {
            return List.copyOf(known.cacheWrite().keySet()).getLast();
        }
        return cold.written() > 0 ? "" : counted.asked();
    }

    /// Average tokens of a call.
    public Means.Tokens tokens() {
        return means.warm().mixed(means.cold(), coldShare);
    }

    /// Cached tokens divided by input tokens, 0 to 1.
    public double hitRate() {
        Means.Tokens tokens = tokens();
        return tokens.input() == 0 ? 0 : tokens.cached() / tokens.input();
    }

    /// What a call costs on average, in dollars, its answer included: `cold share x cold + (1 - cold share) x warm +
    /// output`.
    public Optional<BigDecimal> perCall() {
        BigDecimal share = BigDecimal.valueOf(coldShare);
        return means.coldCost().flatMap(cold -> means.warmCost().flatMap(warm -> output
                .map(answer -> warm.add(share.multiply(cold.subtract(warm), MathContext.DECIMAL64)).add(answer))));
    }

    /// What a call costs without a cache, in dollars, its answer included.
    public Optional<BigDecimal> plainPerCall() {
        return means.plainCost().flatMap(plain -> output.map(plain::add));
    }

    /// Dollars a day.
    public Optional<BigDecimal> perDay() {
        return perCall().map(this::aDay);
    }

    /// Dollars a day without a cache.
    public Optional<BigDecimal> plainPerDay() {
        return plainPerCall().map(this::aDay);
    }

    /// Dollars in 30 days.
    public Optional<BigDecimal> perMonth() {
        return perDay().map(DAYS_A_MONTH::multiply);
    }

    private BigDecimal aDay(BigDecimal call) {
        return call.multiply(BigDecimal.valueOf(question.load().perMinute())).multiply(MINUTES_A_DAY,
                MathContext.DECIMAL64);
    }

    /// The share of calls that must find what is stored for the cache to cost no more than none, 0 to 1; empty where the
    /// model has no price, or no call costs less when it is warm.
    public Optional<Double> breakEvenWarm() {
        return means.coldCost().flatMap(cold -> means.warmCost().flatMap(warm -> means.plainCost()
                .filter(_ -> warm.compareTo(cold) < 0)
                .map(plain -> Math.max(0, cold.subtract(plain).doubleValue() / cold.subtract(warm).doubleValue()))))
                .filter(share -> share <= 1);
    }

    /// How much sooner the first token comes on average, as a share of the time without a cache.
    public double firstTokenGain() {
        return FirstTokenGain.of(means.warm().cached()) * (1 - coldShare)
                + FirstTokenGain.of(means.cold().cached()) * coldShare;
    }
}
