package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.run.RunEvent;
import dev.cachewright.session.Call;
import dev.cachewright.ui.SampleCalls;
import dev.cachewright.ui.fx.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunEventsTest {

    private static final TokenRange INPUT = new TokenRange(9, 9, 9);
    private static final Call FIRST = SampleCalls.cold(1);

    private final List<RunEvent> heard = new ArrayList<>();
    private final Deque<Runnable> frames = new ArrayDeque<>();
    private final Deque<Runnable> delivered = new ArrayDeque<>();
    private final RunEvents events = new RunEvents(new Background(Runnable::run, delivered::add), frames::add,
            heard::add);

    private static RunEvent text(int number, String text) {
        return new RunEvent.TextArrived(number, text);
    }

    private static RunEvent finished(Call call) {
        return new RunEvent.Finished(call, SampleCalls.EXCHANGE, CacheState.empty());
    }

    private static void pass(Deque<Runnable> due) {
        while (!due.isEmpty()) {
            due.remove().run();
        }
    }

    @Test
    void textIsGatheredOnceAFrame() {
        events.accept(text(1, "Hel"));
        events.accept(text(1, "lo"));

        assertThat(heard).isEmpty();
        assertThat(frames).hasSize(1);
        pass(frames);
        assertThat(heard).containsExactly(text(1, "Hello"));
    }

    @Test
    void theNextFrameBringsTheNextText() {
        events.accept(text(1, "Hel"));
        pass(frames);
        events.accept(text(1, "lo"));
        pass(frames);

        assertThat(heard).containsExactly(text(1, "Hel"), text(1, "lo"));
    }

    @Test
    void textsOfCallsOnTheirWayTogetherDoNotMix() {
        events.accept(text(1, "one "));
        events.accept(text(2, "two "));
        events.accept(text(1, "more"));

        pass(frames);

        assertThat(heard).containsExactly(text(1, "one more"), text(2, "two "));
    }

    @Test
    void theEndOfACallComesBehindAllOfItsText() {
        events.accept(text(1, "Hello"));
        events.accept(finished(FIRST));

        pass(delivered);
        pass(frames);

        assertThat(heard).containsExactly(text(1, "Hello"), finished(FIRST));
    }

    @Test
    void aCallWithoutTextEndsAllTheSame() {
        events.accept(finished(FIRST));
        pass(delivered);

        assertThat(heard).containsExactly(finished(FIRST));
    }

    @Test
    void beginningsAndLossesAreBroughtToTheUiThread() {
        var started = new RunEvent.Started(1, 0, 2, INPUT);
        var lost = new RunEvent.NotKept(FIRST, SampleCalls.EXCHANGE, "No space left on device");
        events.accept(started);
        events.accept(finished(FIRST));
        events.accept(lost);

        assertThat(heard).isEmpty();
        pass(delivered);
        assertThat(heard).containsExactly(started, finished(FIRST), lost);
    }

    @Test
    void aNumberThatComesAgainBeginsAnew() {
        events.accept(text(1, "old"));
        events.accept(finished(FIRST));
        pass(delivered);
        events.accept(text(1, "new"));
        pass(frames);

        assertThat(heard).containsExactly(text(1, "old"), finished(FIRST), text(1, "new"));
    }
}
