package dev.cachewright.ui.session;

import dev.cachewright.ui.fx.Seldom;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.Callout;
import dev.cachewright.ui.kit.IconButton;
import dev.cachewright.ui.kit.chart.CallChart;
import dev.cachewright.ui.kit.text.ReadOnlyText;
import dev.cachewright.words.Texts;
import java.util.Map;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;

/// The session tab.
public final class SessionView implements AutoCloseable {

    @FXML
    private HBox scope;
    @FXML
    private CallChart chart;
    @FXML
    private CallTable calls;
    @FXML
    private Callout summary;
    @FXML
    private ReadOnlyText request;
    @FXML
    private ReadOnlyText usage;

    private final SessionViewModel model;
    private final Runnable why;
    private final Consumer<String> commands;
    private final Subscriptions subscriptions = new Subscriptions();
    /// Of a series with many calls at a time nobody reads each.
    private final Seldom texts = new Seldom(this::showTexts);

    /// @param why shows why the chosen call left an earlier one
    /// @param commands runs a command of the window by its id
    public SessionView(SessionViewModel model, Runnable why, Consumer<String> commands) {
        this.model = model;
        this.why = why;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        summary.setOnAction(event -> why.run());
        subscriptions.add(model.getScope().textProperty().subscribe(words -> Views.setShown(scope, !words.isEmpty())));
        chart.setDescriber(model::describe);
        chart.setBars(model.bars());
        chart.selectedIndexProperty().bindBidirectional(model.selectedIndexProperty());
        calls.show(model, subscriptions);
        calls.add(new HBox(button("session.figures", "fth-columns", "figures"),
                button("session.sessions", "fth-list", "sessions")));
        subscriptions.add(model.detailsProperty().subscribe(this::showDetails));
    }

    private void showDetails(CallDetails details) {
        summary.setText(details.summary());
        summary.setTone(details.tone());
        texts.ask();
    }

    private void showTexts() {
        request.setText(model.detailsProperty().get().request());
        usage.setText(model.detailsProperty().get().usage());
    }

    private IconButton button(String key, String icon, String command) {
        var button = new IconButton();
        button.setText(Texts.get(key));
        button.setIcon(icon);
        button.setOnAction(event -> commands.accept(command));
        return button;
    }

    @FXML
    private void toggleScope() {
        model.getScope().toggle();
    }

    @FXML
    private void startNew() {
        // The button goes with the calls; what comes next in the window should not look chosen.
        chart.getScene().getRoot().requestFocus();
        model.startNew();
    }

    @FXML
    private void copyRequest() {
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, model.detailsProperty().get().request()));
    }

    public SessionViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
