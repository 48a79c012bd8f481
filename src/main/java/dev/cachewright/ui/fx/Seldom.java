package dev.cachewright.ui.fx;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Runs an action that takes a good part of a frame: at once, and again after a rest where it was asked for meanwhile.
/// On the UI thread only.
public final class Seldom {

    /// Longer than what is read of texts that follow each other, shorter than what is felt as waiting.
    private static final Duration REST = Duration.millis(200);

    private final Runnable action;
    private final PauseTransition rest = new PauseTransition(REST);
    private boolean isResting;
    private boolean isDue;

    public Seldom(Runnable action) {
        this.action = action;
        rest.setOnFinished(end -> wake());
    }

    public void ask() {
        if (isResting) {
            isDue = true;
        } else {
            isResting = true;
            action.run();
            rest.playFromStart();
        }
    }

    private void wake() {
        isResting = false;
        if (isDue) {
            isDue = false;
            ask();
        }
    }
}
