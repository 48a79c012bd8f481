package dev.cachewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final Catalog CATALOG = BundledCatalog.read();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void datedIdsResolveToTheirFamily() {
        assertThat(CATALOG.find("gpt-5.4-2026-03-05").orElseThrow().id()).isEqualTo("gpt-5.4");
        assertThat(CATALOG.find("openai/gpt-4o-mini").orElseThrow().id()).isEqualTo("gpt-4o-mini");
        assertThat(CATALOG.find("claude-sonnet-4-5-20250929").orElseThrow().id()).isEqualTo("claude-sonnet-4-5");
    }

    @Test
    void anUnknownModelBorrowsNothing() {
        assertThat(CATALOG.find("gpt-5.4-turbo")).isEmpty();
        assertThat(CATALOG.find("")).isEmpty();
    }

    @Test
    void costsFollowTheListedPricesExactly() {
        Rates rates = CATALOG.find("gpt-5.4").orElseThrow().priceOn(TODAY).forInput(1_842);

        assertThat(rates.ofInput(new InputSplit(1_536, 0, 306), "").dollars())
                .isEqualByComparingTo(new BigDecimal("0.001149"));
        assertThat(rates.ofInput(InputSplit.uncached(1_842), "").dollars())
                .isEqualByComparingTo(new BigDecimal("0.004605"));
    }

    @Test
    void aCallIsPricedByItsDay() {
        Model model = CATALOG.find("gpt-5.6-luna").orElseThrow();

        assertThat(input(model, "2026-07-29")).isEqualByComparingTo("1");
        assertThat(input(model, "2026-07-30")).isEqualByComparingTo("0.2");
        assertThat(input(model, "2020-01-01")).isEqualByComparingTo("1");
    }

    @Test
    void writesReplaceTheInputPrice() {
        // 4,012 tokens written of 4,020 at 5 dollars a million: published as 0.025115.
        Rates rates = CATALOG.find("gpt-5.6-sol").orElseThrow().priceOn(LocalDate.parse("2026-08-01")).forInput(4_020);

        assertThat(rates.ofInput(new InputSplit(0, 4_012, 8), "30m").dollars())
                .isEqualByComparingTo(new BigDecimal("0.025115"));
        assertThat(rates.ofInput(new InputSplit(4_012, 0, 8), "30m").dollars())
                .isEqualByComparingTo(new BigDecimal("0.002046"));
    }

    @Test
    void longInputCostsTheLongRates() {
        Price price = CATALOG.find("gpt-5.4").orElseThrow().priceOn(TODAY);

        assertThat(price.forInput(272_000).input().dollarsPerMillion()).isEqualByComparingTo("2.5");
        assertThat(price.forInput(272_001).input().dollarsPerMillion()).isEqualByComparingTo("5");
    }

    @Test
    void everyRowSaysItsRulesAndSource() {
        assertThat(CATALOG.models()).hasSizeGreaterThan(40).allSatisfy(model -> {
            assertThat(model.cache().rules()).isNotEmpty();
            assertThat(model.cache().minimum()).isPositive();
            assertThat(model.source().text()).isNotEmpty();
        });
    }

    private static BigDecimal input(Model model, String day) {
        return model.priceOn(LocalDate.parse(day)).rates().input().dollarsPerMillion();
    }
}
