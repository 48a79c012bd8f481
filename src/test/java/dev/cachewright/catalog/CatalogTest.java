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
    void costsFollowTheListedPricesExactly() {
        Rates rates = CATALOG.find("gpt-5.4").orElseThrow().priceOn(TODAY).orElseThrow().forInput(1_842);

        assertThat(rates.ofInput(new InputSplit(1_536, 0, 306)).dollars())
                .isEqualByComparingTo(new BigDecimal("0.001149"));
        assertThat(rates.ofInput(InputSplit.uncached(1_842)).dollars())
                .isEqualByComparingTo(new BigDecimal("0.004605"));
    }

    @Test
    void writesReplaceTheInputPrice() {
        // 4,012 tokens written of 4,020 at 5 dollars a million: published as 0.025115.
        Rates rates = CATALOG.find("gpt-5.6-sol").orElseThrow().priceOn(LocalDate.parse("2026-08-01")).orElseThrow()
                .forInput(4_020);

        assertThat(rates.ofInput(new InputSplit(0, 4_012, 8)).dollars())
                .isEqualByComparingTo(new BigDecimal("0.025115"));
        assertThat(rates.ofInput(new InputSplit(4_012, 0, 8)).dollars())
                .isEqualByComparingTo(new BigDecimal("0.002046"));
    }

    @Test
    void longInputCostsTheLongRates() {
        Price price = CATALOG.find("gpt-5.4").orElseThrow().priceOn(TODAY).orElseThrow();

        assertThat(price.forInput(272_000).input().dollarsPerMillion()).isEqualByComparingTo("2.5");
        assertThat(price.forInput(272_001).input().dollarsPerMillion()).isEqualByComparingTo("5");
    }
}
