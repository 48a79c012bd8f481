package dev.cachewright.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// The texts of the screen, from `i18n/messages.properties`.
public final class Texts {

    private static final String FILE = "/i18n/messages.properties";
    // ResourceBundle.getBundle would first look for classes and other languages in every jar, before the first frame.
    private static final ResourceBundle BUNDLE = read();

    private Texts() {
    }

    private static ResourceBundle read() {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bundle for FXML (`%key`).
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /// The text as it is. A missing key is a programming error: `MissingResourceException`.
    public static String get(String key) {
        return BUNDLE.getString(key);
    }

    /// The text with `{0}`, `{1}` … filled in; a plain number is grouped: 1,842.
    public static String format(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }
}
