package dev.cachewright.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the screen, from `i18n/messages.properties`.
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("i18n.messages", Locale.ENGLISH);

    private Texts() {
    }

    /// The bundle for FXML (`%key`).
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /// The text as it stands. A key that is not there is an error of ours: `MissingResourceException`.
    public static String get(String key) {
        return BUNDLE.getString(key);
    }

    /// The text with `{0}`, `{1}` … filled in; a plain number is grouped: 1,842.
    public static String format(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }
}
