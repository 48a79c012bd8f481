package dev.cachewright.architecture.wrong.ui.editor;

import javafx.scene.Node;

final class TypingViewModel {
    Node node;
}
