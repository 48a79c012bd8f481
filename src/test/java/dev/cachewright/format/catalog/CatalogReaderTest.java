package dev.cachewright.format.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Doubt;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Models;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.catalog.Source;
import dev.cachewright.catalog.TokenPrice;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Framing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {

    @Test
    void readsAModelWithOnePrice() {
        Catalog catalog = read("""
                {"provider": "openai", "id": "m", "rules": "openai-classic", "encoding": "o200k_base",
                 "minCacheable": 1024, "retention": ["24h"], "slots": 4, "lookback": 50, "hidden": 7,
                 "input": 2.5, "cache_read": 1.25, "output": 10, "tiers": {"batch": 0.5},
                 "src": "a page", "date": "2026-11-20", "note": "a note", "uncertain": {"hidden": "a doubt"}}""");

        var price = new Price(LocalDate.MIN, new Rates(price("2.5"), Optional.of(price("1.25")), Map.of(), price("10")),
                Optional.empty());
        var cache = new CacheTerms(RuleSet.Named.OPENAI_CLASSIC, 1024, List.of(), List.of("24h"), 4, 50, 7);
        var source = new Source("a page", "a note", Optional.of(LocalDate.of(2026, 11, 20)),
                List.of(new Doubt("hidden", "a doubt")), List.of());
        assertThat(catalog).isEqualTo(new Catalog("2026-11-23", Models.of(List.of(new Model("m", "openai", Optional.of(
                Encoding.O200K_BASE), Framing.plain(), cache, List.of(price), Map.of("batch", new BigDecimal("0.5")),
                source))), Map.of(), Map.of(), catalog.usual()));
    }

    @Test
    void aLongContextAndEachWriteLifetimeHaveRatesOfTheirOwn() {
        Model model = readOne("""
                {"provider": "x", "id": "m", "rules": "anthropic", "minCacheable": 512, "ttl": ["5m", "1h"],
                 "input": 3, "cache_read": 0.3, "cache_write_5m": 3.75, "cache_write_1h": 6, "output": 15,
                 "long": {"over_input_tokens": 200000, "input": 6, "cache_read": 0.6, "cache_write_5m": 7.5,
                          "cache_write_1h": 12, "output": 22.5}, "from": "2026-01-02"}""");

        var rates = new Rates(price("3"), Optional.of(price("0.3")), Map.of("5m", price("3.75"), "1h", price("6")),
                price("15"));
        var longRates = new Rates(price("6"), Optional.of(price("0.6")), Map.of("5m", price("7.5"), "1h", price("12")),
                price("22.5"));
        assertThat(model.encoding()).isEmpty();
        assertThat(model.prices()).containsExactly(new Price(LocalDate.of(2026, 1, 2), rates, Optional.of(
                new Price.LongContext(200_000, longRates))));
    }

    @Test
    void longCallsNeverBorrowThePricesOfShortOnes() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> read("""
                {"id": "m", "rules": "none", "input": 3, "cache_read": 0.3, "output": 15,
                 "long": {"over_input_tokens": 200000, "input": 6, "output": 22.5}}"""))
                .withMessage("\"long\" has no \"cache_read\", which the row has");
    }

    @Test
    void aHistoryGivesAPriceFromEachOfItsDays() {
        Model model = readOne("""
                {"provider": "x", "id": "m", "rules": "none", "input": 1, "cache_read": 0.1, "output": 4,
                 "history": [{"from": "2026-06-01", "input": 2, "output": 8}, {"from": "2026-09-01", "input": 1}]}""");

        Optional<TokenPrice> read = Optional.of(price("0.1"));
        assertThat(model.prices()).containsExactly(
                new Price(LocalDate.of(2026, 6, 1), new Rates(price("2"), read, Map.of(), price("8")),
                        Optional.empty()),
                new Price(LocalDate.of(2026, 9, 1), new Rates(price("1"), read, Map.of(), price("4")),
                        Optional.empty()));
    }

    @Test
    void aRowInheritsFromItsProviderAndItsRules() {
        Model model = CatalogReader.read("""
                {"providers": {"x": {"tiers": {"batch": 0.5}, "uncertain": {"tiers": "hearsay"}}},
                 "rules": {"anthropic": {"slots": 4, "lookback": 20, "minCacheable": 512,
                                         "uncertain": {"lookback": "old", "minCacheable": "unclear"}}},
                 "models": [{"id": "m", "provider": "x", "rules": "anthropic", "minCacheable": 2048}]}""").models()
                .getFirst();

        assertThat(model.cache())
                .isEqualTo(new CacheTerms(RuleSet.Named.ANTHROPIC, 2_048, List.of(), List.of(), 4, 20, 0));
        assertThat(model.tiers()).isEqualTo(Map.of("batch", new BigDecimal("0.5")));
        assertThat(model.source().doubts()).containsExactlyInAnyOrder(new Doubt("lookback", "old"),
                new Doubt("tiers", "hearsay"));
    }

    @Test
    void aRowWithoutAnyPriceHasNone() {
        assertThat(readOne("{\"id\": \"m\", \"rules\": \"none\", \"input\": null}").prices()).isEmpty();
    }

    @Test
    void theContextIsTheInputThatFitsAndUnknownWhereNoneIsNamed() {
        assertThat(readOne("{\"id\": \"m\", \"rules\": \"none\", \"context\": 922000}").context()).hasValue(922_000);
        assertThat(readOne("{\"id\": \"m\", \"rules\": \"none\"}").context()).isEmpty();
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read("{\"id\": \"m\", \"rules\": \"none\", \"context\": 0}"))
                .withMessage("\"context\" is how many tokens of input fit, above 0");
    }

    @Test
    void refusesWhatIsNoCatalogue() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> CatalogReader.read("{\"models\": ["))
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(1));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read("{\"id\": \"m\", \"rules\": \"none\", \"input\": 1}"))
                .withMessage("no price for its output");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read("{\"id\": \"m\", \"rules\": \"none\"}, {\"id\": \"m\", \"rules\": \"none\"}"))
                .withMessage("The model \"m\" appears twice");
    }

    private static Catalog read(String rows) {
        return CatalogReader.read("{\"compiled\": \"2026-11-23\", \"models\": [" + rows + "]}");
    }

    private static Model readOne(String row) {
        return read(row).models().getFirst();
    }

    private static TokenPrice price(String dollars) {
        return new TokenPrice(new BigDecimal(dollars));
    }
}
