package dev.cachewright.architecture.wrong.prompt;

import javafx.scene.Node;

record DrawsItself(Node node) {
}
