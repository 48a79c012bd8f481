package dev.cachewright.journey;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import javafx.stage.Stage;

/// A window looks as it did when somebody last looked at it: as usual, small, and on a large screen.
final class WindowSizes {

    private WindowSizes() {
    }

    /// Leaves the window as it is usually.
    static void look(String name, Window window) {
        Frames.untilStill(window.workbench().workspace());
        look(name, window, 1_440, 900);
        look(name + "-small", window, 1_024, 700);
        look(name + "-large", window, 2_560, 1_440);
        // A window without a screen does not become smaller again while it is shown.
        FxToolkit.run(() -> {
            window.stage().hide();
            resize(window.stage(), 1_440, 900);
            window.stage().show();
        });
        FxToolkit.frames(4);
    }

    private static void look(String name, Window window, double width, double height) {
        FxToolkit.run(() -> resize(window.stage(), width, height));
        FxToolkit.frames(4);
        Snapshots.scene(name, window.scene(), window.workbench()::useAppearance);
    }

    private static void resize(Stage stage, double width, double height) {
        stage.setWidth(width);
        stage.setHeight(height);
    }
}
