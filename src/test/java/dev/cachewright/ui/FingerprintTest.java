package dev.cachewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Values;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.values.ValuesView;
import dev.cachewright.ui.values.ValuesViewModel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// The comparison of pictures passes over what machines draw differently, and over nothing else.
class FingerprintTest {

    private static BufferedImage picture(Theme.Appearance appearance, Consumer<Parent> change) {
        return picture(new WorkspaceFixture().openSample(), appearance, change);
    }

    private static BufferedImage picture(WorkspaceFixture fixture, Theme.Appearance appearance,
            Consumer<Parent> change) {
        Stage stage = FxToolkit.call(() -> {
            Parent root = Views.load(new ValuesView(new ValuesViewModel(fixture.workspace().prompt(),
                    fixture.workspace().analysis(), () -> {
                        // No dialog.
                    }))).root();
            change.accept(root);
            return Snapshots.show(root, 560, 360, appearance);
        });
        FxToolkit.frames(3);
        BufferedImage picture = Snapshots.picture(stage.getScene());
        FxToolkit.run(stage::close);
        return picture;
    }

    private static BufferedImage usual() {
        return picture(Theme.Appearance.LIGHT, root -> {
            // As it is.
        });
    }

    private static boolean looksAlike(BufferedImage one, BufferedImage other) {
        return Fingerprint.of(one).difference(Fingerprint.of(other)).isEmpty();
    }

    private static BufferedImage changed(BufferedImage picture, PixelChange change) {
        var changed = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                changed.setRGB(x, y, change.at(x, y));
            }
        }
        return changed;
    }

    private interface PixelChange {
        int at(int x, int y);
    }

    @Test
    void theSameViewLooksTheSameAgain() {
        assertThat(looksAlike(usual(), usual())).isTrue();
    }

    @Test
    void anotherThemeDoesNot() {
        assertThat(looksAlike(usual(), picture(Theme.Appearance.DARK, root -> {
            // As it is.
        }))).isFalse();
    }

    @Test
    void aPartThatIsMissingDoesNot() {
        BufferedImage without = picture(Theme.Appearance.LIGHT, root -> root.lookup(".table-view").setOpacity(0));

        assertThat(looksAlike(usual(), without)).isFalse();
    }

    @Test
    void anEmptyViewDoesNot() {
        var empty = new WorkspaceFixture().open("a", SamplePrompt.prompt(), Values.none());

        assertThat(looksAlike(usual(), picture(empty, Theme.Appearance.LIGHT, root -> {
            // As it is.
        }))).isFalse();
    }

    @Test
    void textWithoutItsStyleDoesNot() {
        BufferedImage bare = picture(Theme.Appearance.LIGHT, root -> root.setStyle("-fx-font-size: 18px"));

        assertThat(looksAlike(usual(), bare)).isFalse();
    }

    @Test
    void whatMovedByHalfALineDoesNot() {
        BufferedImage usual = usual();
        int background = usual.getRGB(usual.getWidth() - 2, usual.getHeight() - 2);

        assertThat(looksAlike(usual, changed(usual, (x, y) -> y < 9 ? background : usual.getRGB(x, y - 9)))).isFalse();
    }

    @Test
    void grainAsOfAnotherRasterizerIsPassedOver() {
        BufferedImage usual = usual();
        var random = new Random(4);

        BufferedImage grainy = changed(usual, (x, y) -> {
            Color color = new Color(usual.getRGB(x, y));
            int grain = random.nextInt(61) - 30;
            return new Color(clamp(color.getRed() + grain), clamp(color.getGreen() + grain),
                    clamp(color.getBlue() + grain)).getRGB();
        });

        assertThat(looksAlike(usual, grainy)).isTrue();
    }

    @Test
    void textThatIsSmoothedMoreIsPassedOver() {
        BufferedImage usual = usual();

        BufferedImage smooth = changed(usual, (x, y) -> {
            Color here = new Color(usual.getRGB(x, y));
            Color right = new Color(usual.getRGB(Math.min(x + 1, usual.getWidth() - 1), y));
            return new Color((here.getRed() + right.getRed()) / 2, (here.getGreen() + right.getGreen()) / 2,
                    (here.getBlue() + right.getBlue()) / 2).getRGB();
        });

        assertThat(looksAlike(usual, smooth)).isTrue();
    }

    @Test
    void anotherSizeIsSaid() {
        var small = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        var wide = new BufferedImage(61, 20, BufferedImage.TYPE_INT_RGB);

        assertThat(Fingerprint.of(small).difference(Fingerprint.of(wide))).contains(
                "2 x 1 cells in place of 4 x 1");
    }

    @Test
    void whatDiffersIsSaidWithItsPlace() {
        var black = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);

        BufferedImage spot = changed(black, (x, y) -> x >= 40 && x < 60 && y >= 20 && y < 80 ? 0xffffff : 0);

        assertThat(Fingerprint.of(spot).difference(Fingerprint.of(black)))
                .contains("3 of 25 cells differ, from 40, 20 to 60, 80");
    }

    private static int clamp(int channel) {
        return Math.clamp(channel, 0, 255);
    }
}
