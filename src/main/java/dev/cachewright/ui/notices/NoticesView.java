package dev.cachewright.ui.notices;

import javafx.fxml.FXML;

/// The notices above the tabs.
public final class NoticesView implements AutoCloseable {

    private final NoticesViewModel model;

    public NoticesView(NoticesViewModel model) {
        this.model = model;
    }

    @FXML
    private void startSession() {
        model.getSessions().startNew();
    }

    @FXML
    private void saveCopy() {
        model.getSessions().saveCopy();
    }

    @FXML
    private void openOffer() {
        model.getSessions().openOffer();
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
