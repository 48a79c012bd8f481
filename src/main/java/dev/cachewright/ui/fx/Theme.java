package dev.cachewright.ui.fx;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/// The look of every scene: AtlantaFX Primer light below, our sheet above, and the fonts that we ship.
///
/// There is no second theme for dark: the tokens in `styles/tokens` change all colours, AtlantaFX's names included,
/// under `prefers-color-scheme: dark`.
public final class Theme {

    private static final String FONTS = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FONT_FILES = List.of(
            "inter/Inter-Regular.otf", "inter/Inter-SemiBold.otf", "inter/Inter-Bold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf", "jetbrains_mono/JetBrainsMono-Bold.ttf");
    private static final int ANY_SIZE = 13;

    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(this, "appearance",
            Appearance.SYSTEM);

    /// Light, dark, or what the system says.
    public enum Appearance {
        SYSTEM, LIGHT, DARK
    }

    /// Loads the fonts and sets the base theme of the application. On the UI thread.
    public Theme() {
        this(steps -> steps.forEach(Runnable::run));
        useBase();
    }

    /// The theme of an application whose base theme is already set.
    ///
    /// @param loading takes the steps that load the fonts, one each, to be run before the first scene is dressed
    public Theme(Consumer<List<Runnable>> loading) {
        loading.accept(FONT_FILES.stream().<Runnable>map(file -> () -> loadFont(file)).toList());
    }

    /// Sets the base theme of the application. Before the first control, or JavaFX's own is loaded as well.
    public static void useBase() {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    /// Dresses a scene; it follows [#appearanceProperty()] until the subscription is closed.
    public Subscription install(Scene scene) {
        URL sheet = Objects.requireNonNull(Theme.class.getResource("/styles/workbench.css"));
        scene.getStylesheets().add(sheet.toExternalForm());
        return appearance.subscribe(wanted -> setScheme(scene, wanted));
    }

    /// Makes a scene with its own sheet light or dark.
    public static void setScheme(Scene scene, Appearance wanted) {
        scene.getPreferences().setColorScheme(scheme(wanted));
    }

    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    public Appearance getAppearance() {
        return appearance.get();
    }

    public void setAppearance(Appearance wanted) {
        appearance.set(wanted);
    }

    // JavaFX follows the system while the scheme of a scene is null.
    private static ColorScheme scheme(Appearance wanted) {
        return switch (wanted) {
            case SYSTEM -> null;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        };
    }

    private static void loadFont(String file) {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(FONTS + file), file)) {
            Objects.requireNonNull(Font.loadFont(in, ANY_SIZE), file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load the font " + file, e);
        }
    }
}
