package dev.cachewright.app;

import dev.cachewright.ui.fx.Texts;
import dev.cachewright.ui.fx.Theme;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// What the window shows while everything else is made: its name on its ground, in light or dark.
final class FirstFrame {

    private FirstFrame() {
    }

    static Scene scene(double width, double height, Theme.Appearance appearance) {
        var root = new StackPane(new Label(Texts.get("workbench.title")));
        root.getStyleClass().add("first-frame");
        var scene = new Scene(root, width, height);
        scene.getStylesheets()
                .add(Objects.requireNonNull(FirstFrame.class.getResource("/styles/first-frame.css")).toExternalForm());
        Theme.setScheme(scene, appearance);
        return scene;
    }
}
