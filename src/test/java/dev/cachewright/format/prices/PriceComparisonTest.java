package dev.cachewright.format.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.Catalog;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceComparisonTest {

    private static final Catalog CATALOG = BundledCatalog.read();
    private static final LocalDate DAY = LocalDate.parse("2026-11-29");

    @Test
    void equalPricesAreNoDifference() {
        PriceComparison same = compare("gpt-4o", rates("2.5", "10", "1.25"), Optional.empty());

        assertThat(same.compared()).isEqualTo(1);
        assertThat(same.changes()).isEmpty();
    }

    @Test
    void whatTheListDoesNotNameKeepsItsRatioToTheInput() {
        PriceComparison half = compare("gpt-5.6-sol",
                Map.of(Kind.INPUT, new BigDecimal("2"), Kind.OUTPUT, new BigDecimal("10")), Optional.empty());

        assertThat(half.changes()).containsExactly(change("input", "4", "2"), change("cache_read", "0.4", "0.2"),
                change("cache_write_30m", "5", "2.5"), change("cache_write_12h", "10", "5"),
                change("output", "20", "10"), change("long input", "8", "4"), change("long cache_read", "0.8", "0.4"),
                change("long cache_write_30m", "10", "5"), change("long cache_write_12h", "20", "10"),
                change("long output", "30", "15"));
    }

    @Test
    void aBandOfOneTokenLessIsOurs() {
        assertThat(compare("gpt-5.4", rates("2.5", "15", "0.25"),
                Optional.of(new ListedPrice.LongBand(271_999, rates("5", "22.5", "0.5")))).changes()).isEmpty();
    }

    @Test
    void aBandThatWeDoNotHaveComesWithAllItsPrices() {
        PriceComparison banded = compare("claude-sonnet-4-5", "anthropic",
                Map.of(Kind.INPUT, new BigDecimal("3"), Kind.OUTPUT, new BigDecimal("15")),
                Optional.of(new ListedPrice.LongBand(200_000,
                        Map.of(Kind.INPUT, new BigDecimal("6"), Kind.OUTPUT, new BigDecimal("22.5")))));

        assertThat(banded.changes()).extracting(PriceChange::field).containsExactly("long over_input_tokens",
                "long input", "long cache_read", "long cache_write_5m", "long cache_write_1h", "long output");
        assertThat(banded.changes()).extracting(change -> change.theirs().stripTrailingZeros().toPlainString())
                .containsExactly("200000", "6", "0.6", "7.5", "12", "22.5");
        assertThat(banded.changes()).allSatisfy(change -> assertThat(change.ours()).isEmpty());
    }

    /// Of another provider, beginning alike, dated with a row of its own, without a price.
    @ParameterizedTest
    @ValueSource(strings = {"azure gpt-4o", "openai gpt-4o-2024-99", "openai gpt-4", "groq gpt-4o"})
    void onlyTheModelItselfIsCompared(String listed) {
        String[] words = listed.split(" ");
        PriceList list = list(words[1], words[0], rates("99", "99", "9"), Optional.empty());

        assertThat(PriceComparison.of(CATALOG, list, DAY).differences()).noneMatch(
                difference -> difference.model().id().equals("gpt-4o"));
    }

    @Test
    void aListWithoutPricesSaysNothing() {
        assertThat(compare("gpt-4o", Map.of(Kind.INPUT, BigDecimal.ZERO, Kind.OUTPUT, BigDecimal.ZERO),
                Optional.empty()).compared()).isZero();
        assertThat(compare("gpt-4o", Map.of(Kind.INPUT, BigDecimal.ONE), Optional.empty()).compared()).isZero();
        assertThat(compare("gpt-4o", rates("2.5", "10", "0"), Optional.empty()).changes()).isEmpty();
    }

    /// A first day before our own price would leave ours in force.
    @Test
    void theirPriceHoldsFromItsOwnDayUnlessOursIsNewer() {
        assertThat(from("gpt-5.6-sol", "2026-11-22")).contains(LocalDate.parse("2026-11-22"));
        assertThat(from("gpt-5.6-sol", "2026-08-21")).contains(LocalDate.parse("2026-08-21"));
        assertThat(from("gpt-5.6-sol", "2026-08-20")).contains(DAY);
        assertThat(from("gpt-6-rosalind", "2026-08-20")).contains(LocalDate.parse("2026-08-20"));
    }

    private static Optional<LocalDate> from(String id, String first) {
        var list = new PriceList("a list", List.of(new ListedModel("openai", List.of(id), List.of(new ListedPrice(
                Optional.of(LocalDate.parse(first)), rates("1", "2", "0.5"), Optional.empty())))), List.of());
        return PriceComparison.of(CATALOG, list, DAY).differences().getFirst().from();
    }

    private static PriceComparison compare(String id, Map<Kind, BigDecimal> rates,
            Optional<ListedPrice.LongBand> band) {
        return compare(id, "openai", rates, band);
    }

    private static PriceComparison compare(String id, String provider, Map<Kind, BigDecimal> rates,
            Optional<ListedPrice.LongBand> band) {
        return PriceComparison.of(CATALOG, list(id, provider, rates, band), DAY);
    }

    private static PriceList list(String id, String provider, Map<Kind, BigDecimal> rates,
            Optional<ListedPrice.LongBand> band) {
        return new PriceList("a list", List.of(new ListedModel(provider, List.of(id), List.of(new ListedPrice(
                Optional.empty(), rates, band)))), List.of());
    }

    private static PriceChange change(String field, String ours, String theirs) {
        return new PriceChange("gpt-5.6-sol", field, Optional.of(new BigDecimal(ours)), new BigDecimal(theirs));
    }

    private static Map<Kind, BigDecimal> rates(String input, String output, String read) {
        return Map.of(Kind.INPUT, new BigDecimal(input), Kind.OUTPUT, new BigDecimal(output), Kind.READ,
                new BigDecimal(read));
    }
}
