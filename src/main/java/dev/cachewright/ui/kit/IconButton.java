package dev.cachewright.ui.kit;

import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button that shows an icon only (`fth-trash-2`); its text is the tooltip and the accessible name.
public final class IconButton extends Button {

    private final FontIcon icon = new FontIcon();

    public IconButton() {
        getStyleClass().add("icon-button");
        setGraphic(icon);
        accessibleTextProperty().bind(textProperty());
        Hint.setOf(this, Hint.Source.TEXT);
    }

    public String getIcon() {
        return icon.getIconLiteral();
    }

    /// The name of a Feather icon, such as `fth-copy`.
    public void setIcon(String name) {
        icon.setIconLiteral(name);
    }
}
