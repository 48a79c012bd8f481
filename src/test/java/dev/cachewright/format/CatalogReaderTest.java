package dev.cachewright.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.Source;
import dev.cachewright.catalog.TokenPrice;
import dev.cachewright.prompt.PromptException;
import dev.cachewright.token.Encoding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogReaderTest {

    private static final CacheTerms CLASSIC = new CacheTerms("openai-classic", 1024, List.of(), List.of("24h"));

    @Test
    void readsAModelWithOnePrice() {
        Catalog catalog = read("""
                {"provider": "openai", "id": "m", "rules": "openai-classic", "encoding": "o200k_base",
                 "minCacheable": 1024, "retention": ["24h"], "input": 2.5, "cache_read": 1.25, "output": 10,
                 "src": "a page", "note": "a doubt"}""");

        var price = new Price(LocalDate.MIN, new Rates(price("2.5"), Optional.of(price("1.25")), Map.of(), price("10")),
                Optional.empty());
        assertThat(catalog).isEqualTo(new Catalog("2026-11-23", List.of(new Model("m", "openai", Optional.of(
                Encoding.O200K_BASE), CLASSIC, List.of(price), new Source("a page", "a doubt")))));
    }

    @Test
    void aLongContextAndEachWriteLifetimeHaveRatesOfTheirOwn() {
        Model model = read("""
                {"provider": "x", "id": "m", "rules": "anthropic", "minCacheable": 512, "ttl": ["5m", "1h"],
                 "input": 3, "cache_read": 0.3, "cache_write_5m": 3.75, "cache_write_1h": 6, "output": 15,
                 "long": {"over_input_tokens": 200000, "input": 6, "output": 22.5}, "from": "2026-01-02"}""").models()
                .getFirst();

        var writes = Map.of("5m", price("3.75"), "1h", price("6"));
        var rates = new Rates(price("3"), Optional.of(price("0.3")), writes, price("15"));
        var longRates = new Rates(price("6"), Optional.of(price("0.3")), writes, price("22.5"));
        assertThat(model.encoding()).isEmpty();
        assertThat(model.prices()).containsExactly(new Price(LocalDate.of(2026, 1, 2), rates, Optional.of(
                new Price.LongContext(200_000, longRates))));
    }

    @Test
    void aHistoryGivesAPriceFromEachOfItsDays() {
        Model model = read("""
                {"provider": "x", "id": "m", "rules": "none", "input": 1, "cache_read": 0.1, "output": 4,
                 "history": [{"from": "2026-06-01", "input": 2, "output": 8}, {"from": "2026-09-01", "input": 1}]}""")
                .models().getFirst();

        Optional<TokenPrice> read = Optional.of(price("0.1"));
        assertThat(model.prices()).containsExactly(
                new Price(LocalDate.of(2026, 6, 1), new Rates(price("2"), read, Map.of(), price("8")),
                        Optional.empty()),
                new Price(LocalDate.of(2026, 9, 1), new Rates(price("1"), read, Map.of(), price("4")),
                        Optional.empty()));
    }

    @Test
    void refusesWhatIsNoCatalogue() {
        assertThatExceptionOfType(PromptException.class).isThrownBy(() -> CatalogReader.read("{\"models\": ["))
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(1));
        assertThatExceptionOfType(PromptException.class).isThrownBy(() -> read("{\"id\": \"m\", \"input\": 1}"))
                .withMessage("The model \"m\" has no price for its output");
    }

    private static Catalog read(String row) {
        return CatalogReader.read("{\"compiled\": \"2026-11-23\", \"models\": [" + row + "]}");
    }

    private static TokenPrice price(String dollars) {
        return new TokenPrice(new BigDecimal(dollars));
    }
}
