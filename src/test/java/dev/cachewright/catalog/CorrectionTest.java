package dev.cachewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cachewright.app.BundledCatalog;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    private static final Catalog CATALOG = BundledCatalog.read();
    private static final Correction CLAUDE = new Correction(1.0, 1.1, 1.2, 2.5, new Source("s", ""));
    private static final Correction MEASURED = new Correction(1.1, 1.12, 1.14, 1.14, new Source("count_tokens", ""));

    @Test
    void figuresKeepTheOrderOfPositionsAndLieInTheirBand() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double low = 0.5 + random.nextDouble();
            double typical = low + random.nextDouble();
            double high = typical + random.nextDouble();
            var correction = new Correction(low, typical, high, high, new Source("random", ""));
            for (int tokens = 0; tokens < 3_000; tokens += 1 + random.nextInt(9)) {
                assertThat(correction.typical(tokens)).isBetween(correction.low(tokens), correction.high(tokens));
                assertThat(correction.typical(tokens + 1)).isGreaterThanOrEqualTo(correction.typical(tokens));
                assertThat(correction.low(tokens + 1)).isGreaterThanOrEqualTo(correction.low(tokens));
                assertThat(correction.high(tokens + 1)).isGreaterThanOrEqualTo(correction.high(tokens));
            }
        }
    }

    @Test
    void bandIsRoundedOutwards() {
        assertThat(CLAUDE.low(4_763)).isEqualTo(4_763);
        assertThat(CLAUDE.typical(4_763)).isEqualTo(5_239);
        assertThat(CLAUDE.high(4_763)).isEqualTo(5_716);
    }

    @Test
    void noCorrectionChangesNothing() {
        assertThat(Correction.NONE.isNone()).isTrue();
        assertThat(Correction.NONE.typical(123_456_789)).isEqualTo(123_456_789);
        assertThat(Correction.NONE.low(1_842)).isEqualTo(1_842);
        assertThat(Correction.NONE.high(1_842)).isEqualTo(1_842);
    }

    @Test
    void otherScriptsWidenTheBandUpwardsOnly() {
        assertThat(CLAUDE.widened(0)).isEqualTo(CLAUDE);
        assertThat(CLAUDE.widened(1).high()).isEqualTo(2.5);
        assertThat(CLAUDE.widened(0.5).high(1_000)).isEqualTo(1_850);
        assertThat(CLAUDE.widened(1).low(1_000)).isEqualTo(CLAUDE.low(1_000));
        assertThat(CLAUDE.widened(1).typical(1_000)).isEqualTo(CLAUDE.typical(1_000));
    }

    @Test
    void factorsOutOfOrderAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Correction(1.2, 1.1, 1.3, 1.3, CLAUDE.source()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Correction(0, 1, 1, 1, CLAUDE.source()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Correction(1, Double.NaN, 2, 2, CLAUDE.source()));
    }

    @Test
    void everyModelWithoutAPublicEncodingHasASourcedCorrection() {
        assertThat(CATALOG.models()).filteredOn(model -> model.encoding().isEmpty()).isNotEmpty()
                .allSatisfy(model -> {
                    Correction correction = CATALOG.lookUp(model.id()).correction();
                    assertThat(correction.equals(Correction.UNKNOWN))
                            .isEqualTo(!model.provider().equals("anthropic"));
                    assertThat(correction.source().text()).contains("2026-");
                });
    }

    @Test
    void claudeCountsMoreFromItsSeventhMinorVersionOn() {
        assertThat(CATALOG.lookUp("claude-opus-4-6").correction().typical()).isEqualTo(1.06);
        assertThat(CATALOG.lookUp("anthropic/claude-opus-4-7-20260416").correction().typical()).isEqualTo(1.38);
    }

    @Test
    void modelsWithAPublicEncodingHaveNothingToCorrectAndUnknownOnesAWideBand() {
        assertThat(CATALOG.lookUp("gpt-5.4-2026-03-05").correction()).isEqualTo(Correction.NONE);
        assertThat(CATALOG.lookUp("my-own-model").correction()).isEqualTo(Correction.UNKNOWN);
    }

    @Test
    void aMeasuredCorrectionStandsInForThatOfTheCatalogue() {
        Catalog calibrated = CATALOG.with(Map.of("claude-sonnet-4-6", MEASURED, "my-own-model", MEASURED));

        assertThat(calibrated.lookUp("anthropic/claude-sonnet-4-6").correction()).isEqualTo(MEASURED);
        assertThat(calibrated.lookUp("my-own-model").correction()).isEqualTo(MEASURED);
        assertThat(calibrated.lookUp("claude-sonnet-4-5").correction())
                .isEqualTo(CATALOG.lookUp("claude-sonnet-4-5").correction());
    }
}
