package dev.cachewright.ui;

import static org.assertj.core.api.Assertions.fail;

import dev.cachewright.ui.fx.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Pictures of nodes, light and dark: written to `target/snapshots` for people, and held to their baselines.
///
/// A baseline is the [Fingerprint] of the picture as it should be, in `src/test/resources/snapshots`. After a change
/// that is wanted, a run with `-Dsnapshots.accept=true` writes the pictures of that run there.
public final class Snapshots {

    private static final Path FOLDER = Path.of("target", "snapshots");
    private static final Path BASELINES = Path.of("src", "test", "resources", "snapshots");
    private static final List<Theme.Appearance> THEMES = List.of(Theme.Appearance.LIGHT, Theme.Appearance.DARK);
    private static final boolean IS_ACCEPTED = Boolean.getBoolean("snapshots.accept");
    private static final int LOOKS = 6;

    private Snapshots() {
    }

    /// Shows a root at that size, and holds `name-light.png` and `name-dark.png` to their baselines.
    public static void check(String name, double width, double height, Supplier<? extends Parent> root) {
        Theme theme = FxToolkit.call(Theme::new);
        Stage stage = FxToolkit.call(() -> show(root.get(), width, height, theme));
        FxToolkit.frames(2);
        try {
            scene(name, stage.getScene(), theme::setAppearance);
        } finally {
            FxToolkit.run(stage::close);
        }
    }

    /// The same of a window that is shown already; `appearance` is told which theme to take.
    public static void scene(String name, Scene scene, Consumer<Theme.Appearance> appearance) {
        for (Theme.Appearance wanted : THEMES) {
            FxToolkit.run(() -> appearance.accept(wanted));
            hold(name + "-" + wanted.name().toLowerCase(Locale.ROOT) + ".png", scene);
        }
    }

    /// What is still on its way into the window has some frames to arrive.
    private static void hold(String file, Scene scene) {
        Optional<String> difference = Optional.of("");
        for (int look = 0; look < LOOKS && difference.isPresent(); look++) {
            FxToolkit.frames(IS_ACCEPTED ? 12 : 3 + 2 * look);
            BufferedImage picture = picture(scene);
            difference = compare(file, picture);
            write(picture, FOLDER.resolve(file));
        }
        difference.ifPresent(words -> fail("%s does not look as before: %s. Look at it in %s; if it is as it should "
                + "be, run with -Dsnapshots.accept=true", file, words, FOLDER));
    }

    static BufferedImage picture(Scene scene) {
        return Png.copy(FxToolkit.call(() -> scene.snapshot(null)));
    }

    /// Opens a dressed window around the root. On the UI thread.
    public static Stage show(Parent root, double width, double height, Theme.Appearance appearance) {
        var theme = new Theme();
        theme.setAppearance(appearance);
        return show(root, width, height, theme);
    }

    private static Stage show(Parent root, double width, double height, Theme theme) {
        Scene scene = new Scene(root, width, height);
        theme.install(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static Optional<String> compare(String file, BufferedImage picture) {
        Fingerprint seen = Fingerprint.of(picture);
        Path baseline = BASELINES.resolve(file);
        if (IS_ACCEPTED) {
            write(seen.cells(), baseline);
            return Optional.empty();
        }
        try {
            return Files.exists(baseline)
                    ? seen.difference(new Fingerprint(ImageIO.read(baseline.toFile())))
                    : Optional.of("there is no baseline");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(BufferedImage picture, Path file) {
        try {
            Png.write(picture, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
