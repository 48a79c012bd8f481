package dev.cachewright.app;

import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.words.Texts;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// What the window shows while everything else is made: its name on its ground, in light or dark.
final class FirstFrame {

    private static final int FRAMES = 2;
    private static final double STEP = 0.1;

    private final Label name = new Label(Texts.get("workbench.title"));

    Scene scene(double width, double height, Theme.Appearance appearance) {
        var root = new StackPane(name);
        root.getStyleClass().add("first-frame");
        var scene = new Scene(root, width, height);
        scene.getStylesheets()
                .add(Objects.requireNonNull(FirstFrame.class.getResource("/styles/first-frame.css")).toExternalForm());
        Theme.setScheme(scene, appearance);
        return scene;
    }

    /// Runs `next` once the frame is on the screen. Its name fades in meanwhile: a frame in which something changes
    /// waits until the one before it was rendered, and one in which nothing does says nothing.
    void whenPainted(Runnable next) {
        fade(FRAMES, next);
    }

    private void fade(int frames, Runnable next) {
        name.setOpacity(1 - frames * STEP);
        UiThread.nextFrame(frames == 0 ? () -> UiThread.later(next) : () -> fade(frames - 1, next));
    }
}
