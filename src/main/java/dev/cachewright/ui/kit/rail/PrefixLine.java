package dev.cachewright.ui.kit.rail;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A line across the blocks with words in its middle: where the cacheable prefix ends, or a breakpoint is. Words that
/// are too long for one row take more.
public final class PrefixLine extends Region {

    private static final double GAP = 8;

    private final Label caption = new Label();
    private final Region before = new Region();
    private final Region after = new Region();

    public PrefixLine() {
        getStyleClass().add("prefix-line");
        caption.getStyleClass().add("prefix-line-caption");
        caption.setWrapText(true);
        before.getStyleClass().add("prefix-line-rule");
        after.getStyleClass().add("prefix-line-rule");
        List.of(before, caption, after).forEach(part -> part.setMouseTransparent(true));
        getChildren().setAll(before, caption, after);
        accessibleTextProperty().bind(caption.textProperty());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double words = wordsWidth(width);
        double tall = caption.prefHeight(words);
        double left = Math.round((width - words) / 2);
        double y = Math.round(getHeight() / 2) - 1.0;
        double gap = words > 0 ? GAP : 0;
        before.resizeRelocate(0, y, Math.max(0, left - gap), 2);
        caption.resizeRelocate(left, Math.round((getHeight() - tall) / 2), words, tall);
        double end = left + words + gap;
        after.resizeRelocate(end, y, Math.max(0, width - end), 2);
    }

    private double wordsWidth(double width) {
        return Math.min(Math.ceil(caption.prefWidth(-1)), Math.max(0, width - 6 * GAP));
    }

    @Override
    protected double computePrefHeight(double width) {
        return caption.prefHeight(width < 0 ? -1 : wordsWidth(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return caption.prefWidth(-1) + 8 * GAP;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 4 * GAP;
    }

    public StringProperty captionProperty() {
        return caption.textProperty();
    }

    public String getCaption() {
        return caption.getText();
    }

    public void setCaption(String text) {
        caption.setText(text);
    }
}
