package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.Drawing;
import dev.cachewright.chart.PngWriter;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.SvgWriter;
import dev.cachewright.words.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;

/// Pictures of the chart as it is seen, with its legend: into the clipboard, as PNG, as SVG.
final class ChartPictures {

    /// Sharp on any screen and in print.
    private static final int SCALE = 2;
    private static final double MARGIN = 12;

    private final ChartInks inks;
    private final Supplier<Drawing> drawing;
    private final Supplier<String> title;
    private final Consumer<String> told;

    /// @param told is given what became of a picture
    ChartPictures(ChartInks inks, Supplier<Drawing> drawing, Supplier<String> title, Consumer<String> told) {
        this.inks = inks;
        this.drawing = drawing;
        this.title = title;
        this.told = told;
    }

    ContextMenu menu(Node owner) {
        return new ContextMenu(item("call-chart.copy", this::copy),
                item("call-chart.save-png", () -> ask(owner, "png").ifPresent(this::savePng)),
                item("call-chart.save-svg", () -> ask(owner, "svg").ifPresent(this::saveSvg)));
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private static Optional<Path> ask(Node owner, String ending) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(Texts.get("call-chart.file") + "." + ending);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT),
                "*." + ending));
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow())).map(File::toPath);
    }

    void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, image()));
        told.accept(Texts.get("call-chart.copied"));
    }

    void savePng(Path file) {
        save(file, () -> {
            WritableImage image = image();
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            Files.write(file, PngWriter.write(pixels, width));
        });
    }

    void saveSvg(Path file) {
        save(file, () -> Files.writeString(file, svg()));
    }

    String svg() {
        return new SvgWriter(inks.palette(), inks).write(framed(), title.get());
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void save(Path file, Writing writing) {
        try {
            writing.run();
            told.accept(Texts.format("call-chart.saved", file.getFileName()));
        } catch (IOException e) {
            told.accept(Texts.format("call-chart.not-saved", file, e.getMessage()));
        }
    }

    private Drawing framed() {
        return drawing.get().framed(MARGIN);
    }

    WritableImage image() {
        Drawing framed = framed();
        var canvas = new Canvas(Math.ceil(framed.width() * SCALE), Math.ceil(framed.height() * SCALE));
        canvas.getGraphicsContext2D().scale(SCALE, SCALE);
        new Painter(inks).paint(canvas, framed);
        var parameters = new SnapshotParameters();
        parameters.setFill(inks.colour(Role.PANEL));
        return canvas.snapshot(parameters, null);
    }
}
