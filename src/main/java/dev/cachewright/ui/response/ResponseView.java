package dev.cachewright.ui.response;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.text.ReadOnlyText;
import dev.cachewright.ui.workspace.ConversationModel;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// The response tab.
public final class ResponseView implements AutoCloseable {

    @FXML
    private ReadOnlyText answer;
    @FXML
    private Label outcome;

    private final ResponseViewModel model;
    private final ConversationModel conversation;
    private final Subscriptions subscriptions = new Subscriptions();

    public ResponseView(ResponseViewModel model, ConversationModel conversation) {
        this.model = model;
        this.conversation = conversation;
    }

    @FXML
    private Button pause;
    @FXML
    private Button goOn;

    @FXML
    private void initialize() {
        answer.setText(model.textProperty().get());
        subscriptions.add(model.outcomeProperty().subscribe(words -> Views.setShown(outcome, !words.isEmpty())));
        subscriptions.add(model.textProperty().subscribe(this::show));
        subscriptions.add(conversation.possibleProperty().subscribe(isPossible -> Views.setShown(goOn, isPossible)));
        subscriptions.add(model.getControls().pauseProperty()
                .subscribe(words -> Views.setShown(pause, !words.isEmpty())));
    }

    private void show(String before, String now) {
        if (!before.isEmpty() && now.startsWith(before)) {
            answer.append(now.substring(before.length()));
        } else {
            answer.setText(now);
        }
    }

    @FXML
    private void continueConversation() {
        conversation.goOn();
    }

    @FXML
    private void stop() {
        model.getControls().stop();
    }

    @FXML
    private void pauseOrGoOn() {
        model.getControls().pauseOrGoOn();
    }

    public ResponseViewModel getModel() {
        return model;
    }

    @Override
    public void close() {
        subscriptions.close();
        model.close();
    }
}
