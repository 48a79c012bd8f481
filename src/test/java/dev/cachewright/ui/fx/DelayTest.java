package dev.cachewright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelayTest {

    /// Who asks again in every frame would never be served by a timer that begins anew.
    @Test
    void whatIsAskedForWithoutAPauseIsDoneAllTheSame() {
        List<Integer> done = new ArrayList<>();
        FxToolkit.run(() -> {
            var delay = new Delay(Duration.ofMillis(30));
            ask(delay, done, 0);
        });

        FxToolkit.frames(120);

        List<Integer> seen = FxToolkit.call(() -> List.copyOf(done));
        assertThat(seen).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates();
    }

    private static void ask(Delay delay, List<Integer> done, int frame) {
        delay.ask(() -> done.add(frame));
        if (frame < 100) {
            UiThread.nextFrame(() -> ask(delay, done, frame + 1));
        }
    }
}
