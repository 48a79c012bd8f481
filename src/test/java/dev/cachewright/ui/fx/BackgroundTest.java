package dev.cachewright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    private final List<Object> heard = new ArrayList<>();
    private final List<Runnable> queue = new ArrayList<>();

    @Test
    void aResultReachesAListenerThatCameAfterTheEnd() {
        new Background(Runnable::run, Runnable::run).run(() -> 42).onDone(heard::add);

        assertThat(heard).containsExactly(42);
    }

    @Test
    void theFirstHandlerThatFitsTakesTheFailure() {
        new Background(queue::add, Runnable::run).run(() -> {
            throw new IOException("gone");
        })
                .onFailure(IllegalStateException.class, failure -> heard.add("wrong"))
                .onFailure(IOException.class, failure -> heard.add(failure.getMessage()))
                .onFailure(Exception.class, failure -> heard.add("late"));
        queue.removeFirst().run();

        assertThat(heard).containsExactly("gone");
    }

    @Test
    void anEndIsHeardAfterTheResultAndBeforeAFailureIsTold() {
        var background = new Background(queue::add, Runnable::run);
        background.run(() -> "done").onEnd(() -> heard.add("end")).onDone(heard::add);
        background.run(() -> {
            throw new IOException("gone");
        }).onFailure(IOException.class, failure -> heard.add(failure.getMessage())).onEnd(() -> heard.add("end"));
        queue.forEach(Runnable::run);

        assertThat(heard).containsExactly("done", "end", "end", "gone");
    }

    @Test
    void cancelledWorkIsNotHeardOf() {
        Work<Integer> work = new Background(queue::add, Runnable::run).run(() -> 1).onDone(heard::add);
        work.cancel();
        queue.removeFirst().run();

        assertThat(heard).isEmpty();
    }

    @Test
    void onlyTheNewestAnswerCountsAndOnlyOneWaits() {
        Latest latest = new Latest(new Background(queue::add, Runnable::run));
        latest.submit(() -> "first", heard::add);
        latest.submit(() -> "second", heard::add);
        latest.submit(() -> "third", heard::add);
        assertThat(queue).hasSize(1);
        queue.removeFirst().run();
        assertThat(heard).isEmpty();
        queue.removeFirst().run();

        assertThat(heard).containsExactly("third");
        assertThat(queue).isEmpty();
        assertThat(latest.isBusy()).isFalse();
    }

    @Test
    void theNextWorkRunsAlsoAfterAFailure() {
        Latest latest = new Latest(new Background(queue::add, Runnable::run));
        latest.submit(() -> {
            throw new IOException("gone");
        }, heard::add, failure -> heard.add("failed"));
        queue.removeFirst().run();
        latest.submit(() -> "next", heard::add);
        queue.removeFirst().run();

        assertThat(heard).containsExactly("failed", "next");
    }

    @Test
    void streamedTextIsHandedOverOnceAFrame() {
        FrameBuffer buffer = new FrameBuffer(queue::add, heard::add);
        buffer.add("a");
        buffer.add("b");
        assertThat(queue).hasSize(1);
        queue.removeFirst().run();
        buffer.add("c");
        queue.removeFirst().run();

        assertThat(heard).containsExactly("ab", "c");
    }
}
