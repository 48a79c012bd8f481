package dev.cachewright.ui.kit.chart;

import dev.cachewright.chart.Drawing;
import dev.cachewright.chart.Ruler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A picture that is laid out for the width it has, and is as high as that makes it.
public final class PicturePane extends Region {

    private static final double PREF_WIDTH = 400;
    private static final int MOST_WIDTHS = 4;

    private final ChartInks inks = new ChartInks();
    private final Painter painter = new Painter(inks);
    private final Canvas canvas = new Canvas();
    private final Label without = new Label();
    /// By width: a layout asks for the height several times, at a width or two.
    private final Map<Double, Optional<Drawing>> drawings = new HashMap<>();
    private Picture picture = (_, _) -> Optional.empty();

    /// Lays a picture out.
    public interface Picture {

        /// @return empty where there is nothing to be seen
        Optional<Drawing> draw(Ruler ruler, double width);
    }

    public PicturePane() {
        getStyleClass().add("picture-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        without.setWrapText(true);
        without.getStyleClass().add("text-quiet");
        getChildren().setAll(inks, canvas, without);
        inks.versionProperty().subscribe(version -> redraw());
    }

    /// @param words what it shows, for those who do not see it
    /// @param instead what is said where there is nothing to be seen
    public void show(Picture shown, String words, String instead) {
        picture = shown;
        without.setText(instead);
        setAccessibleText(words);
        redraw();
    }

    private void redraw() {
        drawings.clear();
        requestLayout();
    }

    private Optional<Drawing> drawing(double width) {
        if (drawings.size() > MOST_WIDTHS) {
            drawings.clear();
        }
        return drawings.computeIfAbsent(Math.max(1, width), wide -> picture.draw(inks, wide));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return PREF_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? PREF_WIDTH : width;
        return Math.ceil(drawing(wide).map(Drawing::height).orElseGet(() -> without.prefHeight(wide)));
    }

    @Override
    protected void layoutChildren() {
        Optional<Drawing> drawing = drawing(getWidth());
        without.setVisible(drawing.isEmpty());
        without.resizeRelocate(0, 0, getWidth(), getHeight());
        canvas.setWidth(getWidth());
        canvas.setHeight(drawing.map(Drawing::height).orElse(0.0));
        drawing.ifPresent(shown -> painter.paint(canvas, shown));
    }
}
