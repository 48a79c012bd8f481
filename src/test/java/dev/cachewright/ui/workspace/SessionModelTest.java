package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.UsualRules;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Partition;
import dev.cachewright.session.Call;
import dev.cachewright.token.request.FlatTokens;
import dev.cachewright.ui.SampleCalls;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionModelTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void eachPlaceHasACacheOfItsOwn() {
        CacheState warm = warm();
        var session = new SessionModel(NOW, "Simulator");
        session.finished(session.origin(), call(), warm);

        session.moveTo("OpenAI");
        assertThat(session.getCache()).isSameAs(CacheState.empty());
        session.moveTo("Simulator");
        assertThat(session.getCache()).isSameAs(warm);
    }

    /// A cache does not know of sessions: what a call left in it is there for the first call of the next one.
    @Test
    void anotherSessionFindsTheCachesAsTheyAre() {
        CacheState warm = warm();
        var session = new SessionModel(NOW, "Simulator");
        session.finished(session.origin(), call(), warm);

        session.startNew(NOW.plusSeconds(1));

        assertThat(session.getSession().calls()).isEmpty();
        assertThat(session.getCache()).isSameAs(warm);
    }

    @Test
    void aCallOfTheSessionBeforeIsInTheCacheAndNotInTheSession() {
        CacheState warm = warm();
        var session = new SessionModel(NOW, "Simulator");
        SessionModel.Origin begun = session.origin();

        session.startNew(NOW.plusSeconds(1));
        session.finished(begun, call(), warm);

        assertThat(session.getSession().calls()).isEmpty();
        assertThat(session.selectedProperty().get()).isEqualTo(Optional.empty());
        assertThat(session.getCache()).isSameAs(warm);
    }

    private static Call call() {
        return SampleCalls.answered(1, SampleCalls.forecast(0, 1_842, MissReason.COLD, ""), 0, 800);
    }

    private static CacheState warm() {
        return UsualRules.of("longest-prefix").step(CacheState.empty(),
                new CacheRequest(Partition.of("m", ""), FlatTokens.of(1, 2, 3), RequestContent.plain()), NOW)
                .state();
    }
}
