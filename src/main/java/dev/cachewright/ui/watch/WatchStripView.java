package dev.cachewright.ui.watch;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;

/// The notice that an application is watched.
public final class WatchStripView implements AutoCloseable {

    private final WatchStripViewModel model;
    private final Doors doors;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private Hyperlink calls;
    @FXML
    private Hyperlink traffic;
    @FXML
    private Hyperlink stop;

    public WatchStripView(WatchStripViewModel model, Doors doors) {
        this.model = model;
        this.doors = doors;
    }

    /// What the window does for the notice.
    ///
    /// @param addresses shows the lines to copy
    /// @param session brings the calls to the front
    /// @param traffic shows what the calls missed, and why
    public record Doors(Runnable addresses, Runnable session, Runnable traffic) {
    }

    @FXML
    private void initialize() {
        subscriptions.add(model.elsewhereProperty().subscribe(isElsewhere -> Views.setShown(calls, isElsewhere)));
        subscriptions.add(model.tellingProperty().subscribe(isTelling -> Views.setShown(traffic, isTelling)));
        subscriptions.add(model.busyProperty().subscribe(stop::setDisable));
    }

    @FXML
    private void showCalls() {
        model.showCalls();
        doors.session().run();
    }

    @FXML
    private void showTraffic() {
        doors.traffic().run();
    }

    @FXML
    private void showAddresses() {
        doors.addresses().run();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void forget() {
        model.forget();
    }

    public WatchStripViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
