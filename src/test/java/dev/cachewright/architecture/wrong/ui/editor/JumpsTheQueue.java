package dev.cachewright.architecture.wrong.ui.editor;

import javafx.application.Platform;

final class JumpsTheQueue {
    void later(Runnable work) {
        Platform.runLater(work);
    }
}
