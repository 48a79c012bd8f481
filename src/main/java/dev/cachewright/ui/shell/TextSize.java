package dev.cachewright.ui.shell;

import dev.cachewright.settings.Preferences;
import dev.cachewright.ui.workspace.PreferencesModel;
import javafx.scene.Parent;
import javafx.util.Subscription;

/// The size of letters that the user prefers, as a style class of what is shown.
final class TextSize {

    private static final String STYLE = "text-size-";

    private TextSize() {
    }

    /// Gives the root the size, now and whenever another is preferred.
    static Subscription follow(Parent root, PreferencesModel preferences) {
        return preferences.preferencesProperty().map(Preferences::textSize).subscribe(size -> {
            root.getStyleClass().removeIf(style -> style.startsWith(STYLE));
            root.getStyleClass().add(STYLE + size);
        });
    }
}
