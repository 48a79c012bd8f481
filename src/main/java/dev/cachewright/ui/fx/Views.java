package dev.cachewright.ui.fx;

import dev.cachewright.words.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Subscription;

/// Loads a view by its class: `BlockCardView` is in `/fxml/block-card.fxml`.
///
/// The caller makes the controller, so that its constructor can take what it needs. Texts (`%key`) come from
/// [Texts#bundle()].
public final class Views {

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Views() {
    }

    /// A view that was loaded: the top node and its controller.
    public record Loaded<V>(Parent root, V view) {
    }

    /// Loads the view around a controller that the caller made.
    public static <V> Loaded<V> load(V view) {
        Class<?> type = view.getClass();
        return load(view, wanted -> {
            if (wanted != type) {
                throw new IllegalStateException("No controller was given for the included " + wanted.getName());
            }
            return view;
        });
    }

    /// Loads the view and asks `controllers` for its controller and for those of the views that it includes.
    public static <V> Loaded<V> load(Class<V> type, Function<Class<?>, Object> controllers) {
        FXMLLoader loader = loader(type, controllers);
        Parent root = read(loader);
        return new Loaded<>(root, type.cast(loader.getController()));
    }

    /// Shows a node while `shown` is true, and makes it when that is first so: what is never seen costs nothing.
    ///
    /// @param place puts the node that was made where it belongs
    public static Subscription whenShown(ObservableValue<Boolean> shown, Supplier<? extends Node> make,
            Consumer<Node> place) {
        var made = new AtomicReference<Node>();
        return shown.subscribe(isShown -> {
            if (isShown && made.get() == null) {
                made.set(make.get());
                place.accept(made.get());
            }
            if (made.get() != null) {
                made.get().setVisible(isShown);
                made.get().setManaged(isShown);
            }
        });
    }

    private static <V> Loaded<V> load(V view, Function<Class<?>, Object> controllers) {
        return new Loaded<>(read(loader(view.getClass(), controllers)), view);
    }

    private static FXMLLoader loader(Class<?> type, Function<Class<?>, Object> controllers) {
        URL source = type.getResource(path(type));
        if (source == null) {
            throw new IllegalArgumentException("There is no " + path(type) + " for " + type.getName());
        }
        FXMLLoader loader = new FXMLLoader(source, Texts.bundle());
        loader.setClassLoader(type.getClassLoader());
        loader.setControllerFactory(controllers::apply);
        return loader;
    }

    private static Parent read(FXMLLoader loader) {
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + loader.getLocation(), e);
        }
    }

    /// Shows a node, or hides it so that it takes no room.
    public static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    static String path(Class<?> type) {
        return "/fxml/" + stem(type) + ".fxml";
    }

    /// The one stem of a view in file names, style classes and message keys: `block-card` for `BlockCardView`.
    public static String stem(Class<?> type) {
        String name = type.getSimpleName().replaceFirst("View$", "");
        return WORD_START.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
