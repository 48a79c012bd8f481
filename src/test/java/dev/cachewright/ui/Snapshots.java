package dev.cachewright.ui;

import dev.cachewright.ui.fx.Theme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/// Writes pictures of nodes, light and dark, to `target/snapshots`.
public final class Snapshots {

    private static final Path FOLDER = Path.of("target", "snapshots");

    private Snapshots() {
    }

    /// Shows a new root in each theme at that size and writes `name-light.png` and `name-dark.png`.
    public static void write(String name, double width, double height, Supplier<? extends Parent> root) {
        for (Theme.Appearance appearance : new Theme.Appearance[]{Theme.Appearance.LIGHT, Theme.Appearance.DARK}) {
            Stage stage = FxToolkit.call(() -> show(root.get(), width, height, appearance));
            FxToolkit.frames(4);
            WritableImage image = FxToolkit.call(() -> stage.getScene().snapshot(null));
            FxToolkit.run(stage::close);
            save(image, name + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png");
        }
    }

    /// Pictures of a window that is shown already; `appearance` is told which theme to take.
    public static void scene(String name, Scene scene, Consumer<Theme.Appearance> appearance) {
        for (Theme.Appearance wanted : new Theme.Appearance[]{Theme.Appearance.LIGHT, Theme.Appearance.DARK}) {
            FxToolkit.run(() -> appearance.accept(wanted));
            FxToolkit.frames(8);
            save(FxToolkit.call(() -> scene.snapshot(null)),
                    name + "-" + wanted.name().toLowerCase(Locale.ROOT) + ".png");
        }
    }

    /// Opens a dressed window around the root. On the UI thread.
    public static Stage show(Parent root, double width, double height, Theme.Appearance appearance) {
        Theme theme = new Theme();
        theme.setAppearance(appearance);
        Scene scene = new Scene(root, width, height);
        theme.install(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static void save(WritableImage image, String file) {
        try {
            Files.createDirectories(FOLDER);
            try (OutputStream out = Files.newOutputStream(FOLDER.resolve(file))) {
                Png.write(image, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
