package dev.cachewright.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.chart.Palette;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.SampleBars;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartPicturesTest {

    private final List<Stage> stages = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        FxToolkit.run(() -> stages.forEach(Stage::close));
    }

    /// The one place for colours is the style sheet; where there is no screen, the palette stands for it.
    @Test
    void thePaletteIsThatOfTheStyleSheet() {
        CallChart light = shown(Theme.Appearance.LIGHT);
        CallChart dark = shown(Theme.Appearance.DARK);
        FxToolkit.run(() -> {
            assertThat(inks(light).palette()).isEqualTo(Palette.light());
            assertThat(inks(dark).palette()).isEqualTo(Palette.dark());
        });
    }

    private static ChartInks inks(CallChart chart) {
        return (ChartInks) chart.getChildrenUnmodifiable().stream().filter(ChartInks.class::isInstance).findFirst()
                .orElseThrow();
    }

    @Test
    void aPictureIsSavedAsPngAndAsSvgAndTold() throws Exception {
        CallChart chart = shown(Theme.Appearance.LIGHT);
        Path png = folder.resolve("calls.png");
        Path svg = folder.resolve("calls.svg");
        FxToolkit.run(() -> chart.pictures().savePng(png));
        FxToolkit.run(() -> chart.pictures().saveSvg(svg));

        Image image = new Image(png.toUri().toString());
        assertThat(image.getWidth()).isEqualTo(2 * (600 - 32 + 24));
        assertThat(Files.readString(svg)).contains("Calls chart, 11 calls", "class=\"missed\"", "unexpected miss",
                Palette.light().of(Role.MISSED));
        assertThat(FxToolkit.call(() -> said(chart))).isEqualTo("Saved as calls.svg");
        FxToolkit.run(() -> chart.state().zoomIn());
        assertThat(FxToolkit.call(() -> said(chart))).startsWith("Calls ");
    }

    @Test
    void aPictureThatCannotBeWrittenIsTold() {
        CallChart chart = shown(Theme.Appearance.LIGHT);
        FxToolkit.run(() -> chart.pictures().saveSvg(folder.resolve("nowhere/calls.svg")));

        assertThat(FxToolkit.call(() -> said(chart))).startsWith("The picture could not be written to ")
                .contains("nowhere");
    }

    @Test
    void aPictureIsCopiedWithoutTheMarkOfTheChosenCall() {
        CallChart chart = shown(Theme.Appearance.LIGHT);
        String before = FxToolkit.call(() -> chart.pictures().svg());
        FxToolkit.run(() -> {
            chart.setSelectedIndex(3);
            chart.layout();
            chart.pictures().copy();
            assertThat(Clipboard.getSystemClipboard().hasImage()).isTrue();
        });
        assertThat(FxToolkit.call(() -> chart.pictures().svg())).isEqualTo(before);
    }

    private static String said(CallChart chart) {
        return ((Label) chart.lookup(".call-head > .label")).getText();
    }

    private CallChart shown(Theme.Appearance appearance) {
        CallChart chart = FxToolkit.call(CallChart::new);
        stages.add(FxToolkit.call(() -> {
            chart.getBars().setAll(SampleBars.classic());
            return Snapshots.show(chart, 600, 340, appearance);
        }));
        FxToolkit.frames(3);
        return chart;
    }
}
