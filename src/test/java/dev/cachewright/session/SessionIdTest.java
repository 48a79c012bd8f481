package dev.cachewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionIdTest {

    private static final Instant NOW = Instant.parse("2026-11-29T19:57:11.885Z");

    @Test
    void theOrderOfIdsIsThatOfTime() {
        assertThat(SessionId.at(NOW, 9_999)).isEqualTo("2026-11-29T19-57-11-885-7pr")
                .isLessThan(SessionId.at(NOW.plusMillis(1), 1));
    }

    /// They would be taken for one, and the second process refused its own session.
    @Test
    void twoProcessesThatBeginAtTheSameMomentHaveTwoSessions() {
        assertThat(SessionId.at(NOW, 4_711)).isNotEqualTo(SessionId.at(NOW, 4_712));
    }
}
