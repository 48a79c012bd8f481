package dev.cachewright.ui.shell;

import javafx.fxml.FXML;

/// The notices above the tabs.
public final class NoticesView implements AutoCloseable {

    private final NoticesViewModel model;

    public NoticesView(NoticesViewModel model) {
        this.model = model;
    }

    @FXML
    private void startSession() {
        model.startSession();
    }

    @FXML
    private void saveCopy() {
        model.saveCopy();
    }

    @FXML
    private void takeWayOut() {
        model.getRuns().takeWayOut();
    }

    @FXML
    private void resume() {
        model.getRuns().resume();
    }

    public NoticesViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        model.close();
    }
}
