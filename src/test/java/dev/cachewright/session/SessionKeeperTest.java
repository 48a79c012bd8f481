package dev.cachewright.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.cachewright.ui.SampleCalls;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SessionKeeperTest {

    private final MemorySessions store = new MemorySessions();
    private final SessionKeeper keeper = new SessionKeeper(store);
    private final Session session = Session.started("s");

    @Test
    void callsThatTheDiskRefusesAreKeptOnceItHasRoom() throws IOException {
        store.fill("No space left on device");
        refused(1);
        refused(2);
        assertThat(keeper.waiting("s")).isEqualTo(2);

        store.fill("");
        keeper.keep(session, SampleCalls.warmCall(3), SampleCalls.EXCHANGE);

        assertThat(store.appended()).extracting(Call::number).containsExactly(1, 2, 3);
        assertThat(keeper.waiting("s")).isZero();
    }

    @Test
    void whatARefusedCallSentCanBeLookedAt() throws IOException {
        store.fill("No space left on device");
        refused(1);

        assertThat(keeper.exchange("s", 1)).isEqualTo(SampleCalls.EXCHANGE);
        assertThatIOException().isThrownBy(() -> keeper.exchange("s", 2)).withMessageContaining("call 2");
        assertThat(keeper.waiting("another")).isZero();
    }

    private void refused(int number) {
        assertThatIOException()
                .isThrownBy(() -> keeper.keep(session, SampleCalls.warmCall(number), SampleCalls.EXCHANGE))
                .withMessage("No space left on device");
    }
}
