package dev.cachewright.architecture.wrong.ui.editor;

import javafx.scene.layout.HBox;

final class PaintedButton extends HBox {

    enum Shade {
        LIGHT, DARK
    }
}
