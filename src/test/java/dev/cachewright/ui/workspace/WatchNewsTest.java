package dev.cachewright.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.recorder.Gap;
import dev.cachewright.recorder.WatchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchNewsTest {

    /// What comes before the next frame is one piece of work for the UI thread.
    @Test
    void whatComesBetweenTwoFramesIsTakenTogether() {
        List<Runnable> frames = new ArrayList<>();
        List<Map<Gap, Long>> taken = new ArrayList<>();
        var news = new WatchNews(frames::add, arrived -> taken.add(arrived.take().missed()));
        for (long calls = 1; calls <= 320; calls++) {
            news.accept(new WatchEvent.Missed(Gap.NOT_READ, calls));
        }
        assertThat(frames).hasSize(1);
        frames.removeFirst().run();
        assertThat(taken).containsExactly(Map.of(Gap.NOT_READ, 320L));

        news.accept(new WatchEvent.Missed(Gap.NO_ROOM, 1));
        assertThat(frames).hasSize(1);
    }
}
