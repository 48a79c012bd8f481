package dev.cachewright.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cachewright.catalog.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static Arm arm(String name, long... costs) {
        return new Arm(name, LongStream.of(costs).mapToObj(cost -> Optional.of(new Money(cost))).toList(), List.of());
    }

    private static Optional<String> best(Arm... arms) {
        return new Outcome(List.of(arms), arm("", 9, 9, 9, 9), 4).best(Measure.COST);
    }

    @Test
    void theBestTakesLessThanEachOther() {
        Arm a = arm("a", 50, 51, 49, 50);
        Arm b = arm("b", 40, 41, 40, 39);
        Arm c = arm("c", 30, 32, 30, 31);

        assertThat(best(a, b, c)).contains("c");
        assertThat(best(c, b, a)).contains("c");
        assertThat(best(a, b, c, arm("d", 31, 30, 31, 30))).isEmpty();
        assertThat(best(a, arm("b", 10, 90, 10, 80))).isEmpty();
        assertThat(best(a, arm("b", 50, 51, 49, 50))).isEmpty();
    }

    @Test
    void theOthersAreComparedWithTheFirstAndAllWithTheControl() {
        var outcome = new Outcome(List.of(arm("a", 5, 6), arm("b", 7, 8), arm("c", 1, 2)), arm("", 9, 9), 2);

        assertThat(outcome.betweenLayouts(Measure.COST)).extracting(Finding::baseline, Finding::other)
                .containsExactly(tuple("a", "b"), tuple(
                        "a", "c"));
        assertThat(outcome.againstControl(Measure.COST)).extracting(Finding::baseline, Finding::other)
                .containsExactly(tuple("", "a"), tuple(
                        "", "b"), tuple("", "c"));
    }
}
