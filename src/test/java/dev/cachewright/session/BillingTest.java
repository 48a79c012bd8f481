package dev.cachewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.catalog.Source;
import dev.cachewright.catalog.TokenPrice;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.part.Framing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BillingTest {

    private static final long UNKNOWN = -1;
    /// Dollars a million tokens are micro-dollars a token: a million pico-dollars.
    private static final long MICRO = 1_000_000;
    private static final Instant BEFORE = Instant.parse("2026-08-31T23:59:59Z");
    private static final Instant AFTER = Instant.parse("2026-09-01T00:00:00Z");
    private static final Rates OLD = new Rates(price(4), Optional.of(price(2)), Map.of(), price(8));
    private static final Rates NEW = new Rates(price(2), Optional.of(price(1)), inOrder("5m", price(3),
            "1h", price(5)), price(10));
    private static final Rates LONG = new Rates(price(20), Optional.of(price(10)), Map.of(), price(100));
    private static final Model MODEL = new Model("m", "x", Optional.empty(), Framing.plain(), new CacheTerms(
            RuleSet.Named.NONE, 0, List.of(), List.of()),
            List.of(new Price(LocalDate.MIN, OLD, Optional.empty()),
                    new Price(LocalDate.of(2026, 9, 1), NEW,
                            Optional.of(new Price.LongContext(10_000, LONG)))),
            Map.of(), new Source("", ""));

    private static Map<String, TokenPrice> inOrder(String usual, TokenPrice price, String other,
            TokenPrice otherPrice) {
        var prices = new LinkedHashMap<>(Map.of(usual, price));
        prices.put(other, otherPrice);
        return prices;
    }

    @Test
    void eachTokenCostsWhatTheCacheDidWithIt() {
        Call.Bill bill = bill("5m", AFTER, 1_000, 600, 300, 50);

        assertThat(bill).isEqualTo(bill(600 * 1 + 300 * 3 + 100 * 2 + 50 * 10, 1_000 * 2 + 50 * 10));
        assertThat(bill("1h", AFTER, 1_000, 600, 300, 50)).isEqualTo(bill(600 * 1 + 300 * 5 + 100 * 2 + 50 * 10, 1_000
                * 2 + 50 * 10));
    }

    @Test
    void whatWasWrittenForTwoLifetimesWithoutASplitHasNoPrice() {
        Usage usage = usage(1_000, 600, 300, 50);

        assertThat(Billing.bill(Optional.of(MODEL), settings(""), Set.of("1h"), usage, AFTER).cost())
                .isEqualTo(bill(600 * 1 + 300 * 5 + 100 * 2 + 50 * 10, 0).cost());
        assertThat(Billing.bill(Optional.of(MODEL), settings(""), Set.of("5m", ""), usage, AFTER).cost())
                .isEqualTo(bill(600 * 1 + 300 * 3 + 100 * 2 + 50 * 10, 0).cost());
        assertThat(Billing.bill(Optional.of(MODEL), settings(""), Set.of("5m", "1h"), usage, AFTER).cost()).isEmpty();
        assertThat(Billing.bill(Optional.of(MODEL), settings(""), Set.of("5m", "1h"), usage(1_000, 600, 0, 50), AFTER)
                .cost()).isPresent();
    }

    @Test
    void whatWasWrittenForTwoLifetimesIsPricedByTheServersOwnSplit() {
        var usage = new Usage(OptionalLong.of(1_000), OptionalLong.of(600), OptionalLong.of(300), OptionalLong.of(100),
                OptionalLong.of(50), "", List.of());

        for (String ttl : List.of("", "5m", "1h")) {
            assertThat(Billing.bill(Optional.of(MODEL), settings(ttl), Set.of(ttl), usage, AFTER))
                    .isEqualTo(bill(600 * 1 + 200 * 3 + 100 * 5 + 100 * 2 + 50 * 10, 1_000 * 2 + 50 * 10));
        }
    }

    @Test
    void theRatesAreThoseOfTheDay() {
        assertThat(bill("", BEFORE, 1_000, 600, UNKNOWN, 50)).isEqualTo(bill(600 * 2 + 400 * 4 + 50 * 8, 1_000 * 4 + 50
                * 8));
        assertThat(bill("", AFTER, 1_000, 600, 0, 50)).isEqualTo(bill(600 * 1 + 400 * 2 + 50 * 10, 1_000 * 2 + 50
                * 10));
    }

    @Test
    void aLongCallCostsTheLongRatesWhole() {
        assertThat(bill("", AFTER, 10_001, 0, 0, 1)).isEqualTo(bill(10_001 * 20 + 100, 10_001 * 20 + 100));
        assertThat(bill("", AFTER, 10_000, 0, 0, 1)).isEqualTo(bill(10_000 * 2 + 10, 10_000 * 2 + 10));
    }

    @Test
    void aCostThatDependsOnWhatWasNotReportedIsNotKnown() {
        Call.Bill without = bill("", AFTER, 1_000, UNKNOWN, 0, 50);

        assertThat(without.cost()).isEmpty();
        assertThat(without.uncached()).contains(new Money(2_500 * MICRO));
        assertThat(bill("", AFTER, 1_000, 600, UNKNOWN, 50).cost()).as("writing costs more here").isEmpty();
        assertThat(bill("", AFTER, 1_000, 600, 300, UNKNOWN))
                .isEqualTo(new Call.Bill(Optional.empty(), Optional.empty()));
    }

    @Test
    void whatWasNotReportedDoesNotMatterWhereItCostsNothing() {
        assertThat(bill("", BEFORE, 1_000, 600, UNKNOWN, 50).cost()).as("writing is free here").isPresent();
        assertThat(bill("", AFTER, 1_000, 1_000, UNKNOWN, 50).cost()).as("nothing is left to write").isPresent();
    }

    @Test
    void withoutAPriceOrAnInputThereIsNoBill() {
        var nothing = new Call.Bill(Optional.empty(), Optional.empty());

        assertThat(Billing.bill(Optional.empty(), settings(""), Set.of(), usage(1_000, 0, 0, 9), AFTER))
                .isEqualTo(nothing);
        assertThat(Billing.bill(Optional.of(new Model("m", "x", Optional.empty(), Framing.plain(), MODEL.cache(),
                List.of(), Map.of(), MODEL.source())), settings(""), Set.of(), usage(1_000, 0, 0, 9), AFTER))
                .isEqualTo(nothing);
        assertThat(bill("", AFTER, UNKNOWN, 10, 0, 9)).isEqualTo(nothing);
    }

    @Test
    void aServiceTierIsBilledAtItsOwnRates() {
        Model tiered = new Model("m", "x", Optional.empty(), Framing.plain(), MODEL.cache(), MODEL.prices(),
                Map.of("flex", new BigDecimal("0.5")), MODEL.source());
        Settings flex = new Settings("m", Api.CHAT, Attributes.none(), CacheSettings.none(),
                new LinkedHashMap<>(Map.of("service_tier", "\"flex\"")));

        Call.Bill standard = Billing.bill(Optional.of(tiered), settings(""), Set.of(), usage(1_000, 0, 0, 10), AFTER);
        Call.Bill half = Billing.bill(Optional.of(tiered), flex, Set.of(), usage(1_000, 0, 0, 10), AFTER);

        assertThat(half.cost().orElseThrow().plus(half.cost().orElseThrow())).isEqualTo(standard.cost().orElseThrow());
    }

    @Test
    void perfectCachingReadsTheStaticPrefixAndWritesNothing() {
        Usage cold = usage(1_000, 0, 800, 50);
        assertThat(Billing.perfect(Optional.of(MODEL), settings(""), cold, 800, AFTER))
                .contains(new Money((800 * 1 + 200 * 2 + 50 * 10) * MICRO));
        assertThat(Billing.perfect(Optional.of(MODEL), settings(""), usage(1_000, 900, 0, 50), 800, AFTER))
                .as("what was read beyond it").contains(new Money((900 * 1 + 100 * 2 + 50 * 10) * MICRO));
        assertThat(Billing.perfect(Optional.of(MODEL), settings(""), cold, 5_000, AFTER))
                .as("no more than there is").contains(new Money((1_000 * 1 + 50 * 10) * MICRO));
        assertThat(Billing.perfect(Optional.of(MODEL), settings(""), usage(UNKNOWN, 0, 0, 50), 800, AFTER)).isEmpty();
        assertThat(Billing.perfect(Optional.empty(), settings(""), cold, 800, AFTER)).isEmpty();
    }

    private static Settings settings(String ttl) {
        return Settings.of("m", Api.CHAT).withCache(new CacheSettings("", ttl, "", ""));
    }

    private static Call.Bill bill(String ttl, Instant at, long input, long cached, long written, long output) {
        return Billing.bill(Optional.of(MODEL), settings(ttl), Set.of(ttl), usage(input, cached, written, output), at);
    }

    private static Call.Bill bill(long microDollars, long uncachedMicroDollars) {
        return new Call.Bill(Optional.of(new Money(microDollars * MICRO)), Optional.of(new Money(uncachedMicroDollars
                * MICRO)));
    }

    private static Usage usage(long input, long cached, long written, long output) {
        return new Usage(of(input), of(cached), of(written), of(output), "{}");
    }

    private static OptionalLong of(long tokens) {
        return tokens == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(tokens);
    }

    private static TokenPrice price(long dollars) {
        return new TokenPrice(BigDecimal.valueOf(dollars));
    }
}
