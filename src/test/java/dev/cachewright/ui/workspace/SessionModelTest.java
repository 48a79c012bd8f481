package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.UsualRules;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Partition;
import dev.cachewright.token.request.FlatTokens;
import dev.cachewright.ui.SampleCalls;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionModelTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void eachPlaceHasACacheOfItsOwn() {
        CacheState warm = UsualRules.of("longest-prefix").step(CacheState.empty(),
                new CacheRequest(Partition.of("m", ""), FlatTokens.of(1, 2, 3), RequestContent.plain()), NOW)
                .state();
        var session = new SessionModel(NOW, "Simulator");
        session.finished(session.origin(), SampleCalls.answered(1, SampleCalls.forecast(0, 1_842, MissReason.COLD,
                ""), 0, 800), warm);

        session.moveTo("OpenAI");
        assertThat(session.getCache()).isSameAs(CacheState.empty());
        session.moveTo("Simulator");
        assertThat(session.getCache()).isSameAs(warm);
        session.startNew(NOW.plusSeconds(1));
        assertThat(session.getCache()).isSameAs(CacheState.empty());
        assertThat(session.getSession().calls()).isEmpty();
    }
}
