package dev.cachewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// That calls are priced by their day, their length and their service tier, on rows as they are.
class PriceHistoryTest {

    private static final Catalog CATALOG = BundledCatalog.read();
    private static final String TODAY = "2026-11-23T12:00:00Z";

    @ParameterizedTest
    @CsvSource({"gpt-5.6-sol, 2026-08-20T23:59:59Z, 5, 0.5, 6.25, 30",
            "gpt-5.6-sol, 2026-08-21T00:00:00Z, 4, 0.4, 5, 20",
            "gpt-5.6-luna, 2026-07-29T23:59:59Z, 1, 0.1, 1.25, 6",
            "gpt-5.6-luna, 2026-07-30T00:00:00Z, 0.2, 0.02, 0.25, 1.2",
            "claude-sonnet-5-5, 2026-10-06T23:59:59Z, 2, 0.2, 2.5, 10",
            "claude-sonnet-5-5, 2026-10-07T00:00:00Z, 2, 0.1, 2.5, 10"})
    void aCallIsPricedByItsDay(String id, Instant at, String input, String read, String write, String output) {
        Model model = model(id);
        Rates rates = model.ratesAt(at, 1_000, "").orElseThrow();

        assertThat(rates.input().dollarsPerMillion()).isEqualByComparingTo(input);
        assertThat(rates.cacheRead().orElseThrow().dollarsPerMillion()).isEqualByComparingTo(read);
        assertThat(rates.cacheWrite().get(model.cache().ttls().getFirst()).dollarsPerMillion())
                .isEqualByComparingTo(write);
        assertThat(rates.output().dollarsPerMillion()).isEqualByComparingTo(output);
    }

    @Test
    void daysBeforeTheFirstPriceAreToldApart() {
        Model model = model("gpt-6.1-terra");

        assertThat(model.firstPriceAfter(LocalDate.parse("2026-10-25"))).contains(LocalDate.parse("2026-10-26"));
        assertThat(model.firstPriceAfter(LocalDate.parse("2026-10-26"))).isEmpty();
        assertThat(model.ratesAt(Instant.parse("2020-01-01T00:00:00Z"), 1, ""))
                .isEqualTo(rates("gpt-6.1-terra", 1, ""));
        assertThat(model("gpt-4o").firstPriceAfter(LocalDate.parse("2020-01-01"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gpt-6.1-sol, 30m, 2.5, 5", "gpt-6.1-terra, 30m, 1.25, 2.5", "gpt-6.1-terra, 12h, 2.5, 5",
            "gpt-5.6-sol, 30m, 5, 10"})
    void writesOfLongCallsCostTheLongRate(String id, String ttl, String shortWrite, String longWrite) {
        assertThat(write(id, 272_000, ttl)).isEqualByComparingTo(shortWrite);
        assertThat(write(id, 272_001, ttl)).isEqualByComparingTo(longWrite);
        assertThat(model(id).source().doubts()).extracting(Doubt::field).doesNotContain("long");
    }

    @ParameterizedTest
    @CsvSource({"claude-sonnet-4-6, '', 3.75", "claude-sonnet-4-6, 5m, 3.75", "claude-sonnet-4-6, 1h, 6",
            "gpt-6.1-terra, '', 1.25", "gpt-6.1-terra, 12h, 2.5", "gpt-5.4, '', 2.5"})
    void aWriteWithoutALifetimeCostsTheDefaultOne(String id, String ttl, BigDecimal dollars) {
        Rates rates = rates(id, 1, "").orElseThrow();
        long longWritten = rates.isLong(ttl) ? 1_000_000 : 0;

        assertThat(rates.ofInput(new InputSplit(0, 1_000_000, 0, longWritten)).dollars())
                .isEqualByComparingTo(dollars);
        assertThat(rates(id, 1, "batch").orElseThrow().ofInput(new InputSplit(0, 2_000_000, 0, 2 * longWritten))
                .dollars()).isEqualByComparingTo(dollars);
    }

    @ParameterizedTest
    @CsvSource({"gpt-5.4, batch, 0.5", "gpt-5.4, flex, 0.5", "gpt-5.4, priority, 2", "gpt-5.4, fast, 2",
            "claude-sonnet-4-6, batch, 0.5", "claude-sonnet-4-6, priority, 1", "gpt-5.4, '', 1", "gpt-5.4, default, 1",
            "gpt-5.4, auto, 1", "gpt-5.4, standard, 1", "gpt-5.4, no-such-tier, 1"})
    void aTierMultipliesAllRates(String id, String tier, BigDecimal factor) {
        var split = new InputSplit(1_000, 300, 7, model(id).cache().ttls().isEmpty() ? 0 : 200);
        for (long input : new long[]{10, 300_000}) {
            Rates standard = model(id).ratesAt(Instant.parse(TODAY), input, "").orElseThrow();
            Rates tiered = model(id).ratesAt(Instant.parse(TODAY), input, tier).orElseThrow();

            assertThat(tiered.ofInput(split).dollars())
                    .isEqualByComparingTo(standard.ofInput(split).dollars().multiply(factor));
            assertThat(tiered.output().dollarsPerMillion())
                    .isEqualByComparingTo(standard.output().dollarsPerMillion().multiply(factor));
        }
    }

    private static BigDecimal write(String id, long input, String ttl) {
        return rates(id, input, "").orElseThrow().cacheWrite().get(ttl).dollarsPerMillion();
    }

    private static Optional<Rates> rates(String id, long input, String tier) {
        return model(id).ratesAt(Instant.parse(TODAY), input, tier);
    }

    private static Model model(String id) {
        return CATALOG.find(id).orElseThrow();
    }
}
