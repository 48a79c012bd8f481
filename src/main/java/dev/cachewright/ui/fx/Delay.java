package dev.cachewright.ui.fx;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;

/// Does what was asked for last, a while after it was asked for first: also where it is asked for without a pause. To
/// be used from the UI thread only.
public final class Delay {

    private final PauseTransition timer;

    public Delay(Duration length) {
        timer = new PauseTransition(javafx.util.Duration.millis(length.toMillis()));
    }

    /// Does `action` when the time is over, unless another is asked for until then.
    public void ask(Runnable action) {
        timer.setOnFinished(event -> action.run());
        if (timer.getStatus() != Animation.Status.RUNNING) {
            timer.playFromStart();
        }
    }
}
