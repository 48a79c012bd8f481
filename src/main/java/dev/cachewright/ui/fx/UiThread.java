package dev.cachewright.ui.fx;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/// The way to the UI thread; the only place that knows `Platform.runLater`.
public final class UiThread {

    private UiThread() {
    }

    public static boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    /// Runs now when already on the UI thread, otherwise soon.
    public static void run(Runnable action) {
        if (isCurrent()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /// Runs after what the UI thread does now.
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /// Runs the steps one after the other, each after what has come for the UI thread meanwhile.
    public static void inTurn(List<Runnable> steps) {
        if (!steps.isEmpty()) {
            later(() -> {
                steps.getFirst().run();
                inTurn(steps.subList(1, steps.size()));
            });
        }
    }

    /// Runs once in the next frame. May be called from any thread.
    public static void nextFrame(Runnable action) {
        run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                action.run();
            }
        }.start());
    }

    /// Runs once in the next frame after its layout, before it is painted. On the UI thread only.
    public static void afterLayout(Scene scene, Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                action.run();
            }
        });
        Platform.requestNextPulse();
    }
}
