package dev.cachewright.ui.kit;

import javafx.beans.DefaultProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What an empty pane says: an icon, what will appear here, a hint, and buttons (its content in FXML).
@DefaultProperty("actions")
public final class EmptyState extends VBox {

    private final FontIcon icon = new FontIcon("fth-inbox");
    private final Label title = new Label();
    private final Label hint = new Label();
    private final HBox actions = new HBox();

    public EmptyState() {
        getStyleClass().add("empty-state");
        title.getStyleClass().add("empty-state-title");
        hint.getStyleClass().add("empty-state-hint");
        actions.getStyleClass().add("empty-state-actions");
        title.setWrapText(true);
        hint.setWrapText(true);
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        getChildren().setAll(icon, title, hint, actions);
    }

    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }

    public String getIcon() {
        return icon.getIconLiteral();
    }

    public void setIcon(String name) {
        icon.setIconLiteral(name);
    }

    public StringProperty titleProperty() {
        return title.textProperty();
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public StringProperty hintProperty() {
        return hint.textProperty();
    }

    public String getHint() {
        return hint.getText();
    }

    public void setHint(String text) {
        hint.setText(text);
    }
}
