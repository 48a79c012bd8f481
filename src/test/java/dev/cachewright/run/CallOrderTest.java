package dev.cachewright.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallOrderTest {

    @Test
    void rowsAreTakenInTurn() {
        assertThat(CallOrder.inTurn(3, 7)).isEqualTo(CallOrder.of(List.of(0, 1, 2, 0, 1, 2, 0)));
    }

    @Test
    void chanceIsTheSameForTheSameSeed() {
        CallOrder order = CallOrder.inTurn(10, 30);

        assertThat(order.shuffled(5)).isEqualTo(order.shuffled(5)).isNotEqualTo(order.shuffled(6)).isNotEqualTo(order);
        assertThat(order.shuffled(5).rows()).containsExactlyInAnyOrderElementsOf(order.rows());
    }

    @Test
    void callsForControlComeBetweenTheOthersWithTheirRows() {
        assertThat(CallOrder.inTurn(3, 5).withControlAfter(2))
                .isEqualTo(new CallOrder(List.of(0, 1, 1, 2, 0, 0, 1), Set.of(2, 5)));
        assertThat(CallOrder.inTurn(3, 5).withControlAfter(0)).isEqualTo(CallOrder.inTurn(3, 5));
    }

    @Test
    void whatIsLeftKeepsItsControls() {
        CallOrder order = CallOrder.inTurn(3, 5).withControlAfter(2);

        assertThat(order.only(List.of(4, 5, 6))).isEqualTo(new CallOrder(List.of(0, 0, 1), Set.of(1)));
    }

    @Test
    void pingsRepeatTheCallBeforeThem() {
        CallOrder order = new CallOrder(List.of(0, 1, 1, 2), Set.of(2)).withPingsBetween(2);

        assertThat(order.rows()).containsExactly(0, 0, 0, 1, 1, 1, 1, 1, 1, 2);
        assertThat(order.pings()).containsExactlyInAnyOrder(1, 2, 4, 5, 7, 8);
        assertThat(order.controls()).containsExactly(6);
        assertThat(order.only(List.of(0, 2, 6))).isEqualTo(new CallOrder(List.of(0, 0, 1), Set.of(2), Set.of(1)));
        assertThat(CallOrder.inTurn(2, 3).withPingsBetween(0)).isEqualTo(CallOrder.inTurn(2, 3));
    }
}
