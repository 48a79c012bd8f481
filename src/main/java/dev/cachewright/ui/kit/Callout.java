package dev.cachewright.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A word of advice, a warning or an error in place, with one action beside it, or below it where it is
/// narrow, or several below it. Without text it
/// takes no room.
public final class Callout extends HBox {

    private static final PseudoClass INFO = PseudoClass.getPseudoClass("info");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    /// In em: narrower, the action stands below the text.
    private static final double ROOMY = 36;

    private final FontIcon icon = new FontIcon("fth-alert-triangle");
    private final Label text = new Label();
    private final Hyperlink action = new Hyperlink();
    private final FlowPane actions = new FlowPane();
    private final VBox body = new VBox(text);
    private final ObjectProperty<Tone> tone = new TypedProperty<>(this, "tone", Tone.ADVICE, this::show);

    public Callout() {
        getStyleClass().add("callout");
        text.getStyleClass().add("callout-text");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(USE_PREF_SIZE);
        body.getStyleClass().add("callout-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        action.setMinWidth(USE_PREF_SIZE);
        action.visibleProperty().bind(action.textProperty().isNotEmpty());
        action.managedProperty().bind(action.visibleProperty());
        visibleProperty().bind(text.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        getChildren().setAll(icon, body, action);
        widthProperty().subscribe(width -> place(width.doubleValue() >= ROOMY * text.getFont().getSize()));
    }

    private void place(boolean isBeside) {
        if (!isBeside && action.getParent() == this) {
            getChildren().remove(action);
            body.getChildren().add(action);
        } else if (isBeside && action.getParent() == body) {
            body.getChildren().remove(action);
            getChildren().add(action);
        }
    }

    /// Buttons below the text.
    public ObservableList<Node> getActions() {
        if (actions.getParent() == null) {
            actions.getStyleClass().add("callout-actions");
            body.getChildren().add(actions);
        }
        return actions.getChildren();
    }

    private void show(Tone now) {
        pseudoClassStateChanged(INFO, now == Tone.PLAIN || now == Tone.GOOD);
        pseudoClassStateChanged(ERROR, now == Tone.BAD);
        icon.setIconLiteral(switch (now) {
            case PLAIN, GOOD -> "fth-info";
            case ADVICE -> "fth-alert-triangle";
            case BAD -> "fth-alert-octagon";
        });
    }

    public StringProperty textProperty() {
        return text.textProperty();
    }

    public String getText() {
        return text.getText();
    }

    public void setText(String words) {
        text.setText(words);
    }

    public StringProperty actionTextProperty() {
        return action.textProperty();
    }

    public String getActionText() {
        return action.getText();
    }

    public void setActionText(String words) {
        action.setText(words);
    }

    public ObjectProperty<EventHandler<ActionEvent>> onActionProperty() {
        return action.onActionProperty();
    }

    public EventHandler<ActionEvent> getOnAction() {
        return action.getOnAction();
    }

    public void setOnAction(EventHandler<ActionEvent> handler) {
        action.setOnAction(handler);
    }

    public ObjectProperty<Tone> toneProperty() {
        return tone;
    }

    public Tone getTone() {
        return tone.get();
    }

    public void setTone(Tone wanted) {
        tone.set(wanted);
    }
}
