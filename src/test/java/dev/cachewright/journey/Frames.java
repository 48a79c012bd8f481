package dev.cachewright.journey;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.workspace.Workspace;
import java.util.function.BooleanSupplier;

/// Waits for the window, frame by frame.
final class Frames {

    /// A minute at least, also where frames come faster than on a screen.
    private static final int LIMIT = 14_400;

    private Frames() {
    }

    /// Returns when nothing more is computed of the prompt.
    static void untilStill(Workspace workspace) {
        until(() -> !workspace.analysis().staleProperty().get() && !workspace.advice().isBusy());
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
