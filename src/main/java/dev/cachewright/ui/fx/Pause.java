package dev.cachewright.ui.fx;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Waits until nothing was asked for during a while, then does what was asked for last. To be used from the UI thread
/// only.
public final class Pause {

    private final PauseTransition timer;

    public Pause(Duration length) {
        timer = new PauseTransition(javafx.util.Duration.millis(length.toMillis()));
    }

    public void restart(Runnable action) {
        timer.setOnFinished(event -> action.run());
        timer.playFromStart();
    }
}
