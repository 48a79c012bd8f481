package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Source;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.request.TokenSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Correction CLAUDE = new Correction(1.0, 1.1, 1.2, 2.5, new Source("s", ""));
    private static final Estimate PLAIN = new Estimate(CLAUDE, Band.EXACT);

    @Test
    void anExactCountStaysAsItIs() {
        var exact = new Estimate(Correction.NONE, Band.EXACT);
        var spans = List.of(new TokenSpan("a", 7, 7), new TokenSpan("b", 0, 7), new TokenSpan("c", 11, 18));

        assertThat(exact.isExact()).isTrue();
        assertThat(exact.range(1_842)).isEqualTo(new TokenRange(1_842, 1_842, 1_842));
        assertThat(exact.spans(spans)).isEqualTo(spans);
        assertThat(exact.zoneOf(1_024, 2_000)).isEqualTo(new Estimate.Zone(1_024, 1_024));
    }

    @Test
    void blocksAddUpToTheTotalAfterRounding() {
        var random = new Random(3);
        for (int round = 0; round < 500; round++) {
            List<TokenSpan> counted = spans(random);
            var estimate = new Estimate(new Correction(0.5, 0.5 + random.nextDouble(), 2, 2, CLAUDE.source()),
                    Band.EXACT);

            List<TokenSpan> shown = estimate.spans(counted);

            int sum = shown.stream().mapToInt(TokenSpan::tokens).sum();
            assertThat(sum).isEqualTo(estimate.tokens(counted.getLast().cumulative()))
                    .isEqualTo(shown.getLast().cumulative());
            assertThat(shown).allSatisfy(span -> assertThat(span.tokens()).isNotNegative());
        }
    }

    private static List<TokenSpan> spans(Random random) {
        var spans = new ArrayList<TokenSpan>();
        int cumulative = 0;
        for (int i = 0; i < 12; i++) {
            int tokens = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(900);
            cumulative += tokens;
            spans.add(new TokenSpan("b" + i, tokens, cumulative));
        }
        return spans;
    }

    @Test
    void bandOfTheFormComesOnTopOfThatOfTheModel() {
        var estimate = new Estimate(CLAUDE, new Band(10, 20));

        assertThat(estimate.range(1_000)).isEqualTo(new TokenRange(990, 1_100, 1_224));
        assertThat(estimate.range(4).low()).isZero();
        assertThat(estimate.range(0)).isEqualTo(new TokenRange(0, 0, 0));
    }

    @Test
    void anOpenBandHasNoUpperEnd() {
        TokenRange range = new Estimate(CLAUDE, Band.openAbove()).range(1_000);

        assertThat(range.isOpen()).isTrue();
        assertThat(range.low()).isEqualTo(1_000);
        assertThat(range.reaches(1_001)).isFalse();
        assertThat(range.mayReach(9_999_999)).isTrue();
    }

    @Test
    void thresholdLiesBetweenTheFirstPositionThatMayAndTheFirstThatMustReachIt() {
        var random = new Random(5);
        for (int round = 0; round < 300; round++) {
            double low = 0.6 + random.nextDouble();
            var estimate = new Estimate(new Correction(low, low + 0.1, low + 0.5, low + 0.5, CLAUDE.source()),
                    new Band(random.nextInt(40), random.nextInt(40)));
            int size = random.nextInt(3_000);
            int count = 1 + random.nextInt(3_000);

            assertThat(estimate.zoneOf(count, size)).isEqualTo(new Estimate.Zone(
                    first(size, position -> estimate.range(position).mayReach(count)),
                    first(size, position -> estimate.range(position).reaches(count))));
        }
    }

    private static int first(int size, IntPredicate holds) {
        return IntStream.rangeClosed(0, size).filter(holds).findFirst().orElse(size + 1);
    }

    @Test
    void positionOfAFigureIsTheLastThatDoesNotExceedIt() {
        for (int figure = 0; figure < 1_200; figure++) {
            int position = PLAIN.positionOf(figure, 1_000);

            assertThat(position == 0 || PLAIN.tokens(position) <= figure).isTrue();
            assertThat(position == 1_000 || PLAIN.tokens(position + 1) > figure).isTrue();
        }
    }
}
