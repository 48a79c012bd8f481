package dev.cachewright.journey;

import dev.cachewright.ui.FxToolkit;
import java.util.function.BooleanSupplier;

/// Waits for the window, frame by frame.
final class Frames {

    /// About a minute at sixty frames a second.
    private static final int LIMIT = 3_600;

    private Frames() {
    }

    /// Returns when `condition` holds on the UI thread.
    static void until(BooleanSupplier condition) {
        for (int frame = 0; frame < LIMIT; frame++) {
            if (FxToolkit.call(condition::getAsBoolean)) {
                return;
            }
            FxToolkit.frames(1);
        }
        throw new AssertionError("The window did not get there");
    }
}
