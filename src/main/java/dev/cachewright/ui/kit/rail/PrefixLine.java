package dev.cachewright.ui.kit.rail;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A line across the blocks with words in its middle: where the cacheable prefix ends, or a breakpoint is.
public final class PrefixLine extends Region {

    private static final double GAP = 8;

    private boolean isAside;
    private boolean isBelow;

    private final Label caption = new Label();
    private final Region before = new Region();
    private final Region after = new Region();

    public PrefixLine() {
        getStyleClass().add("prefix-line");
        caption.getStyleClass().add("prefix-line-caption");
        before.getStyleClass().add("prefix-line-rule");
        after.getStyleClass().add("prefix-line-rule");
        getChildren().setAll(before, caption, after);
        accessibleTextProperty().bind(caption.textProperty());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double words = Math.min(caption.prefWidth(-1), Math.max(0, width - 4 * GAP));
        double left = Math.round(isAside ? width - words - 3 * GAP : (width - words) / 2);
        double y = Math.round(height / 2) - 1.0;
        double gap = words > 0 ? GAP : 0;
        before.resizeRelocate(0, y, Math.max(0, left - gap), 2);
        double top = isBelow ? y : Math.round((height - caption.prefHeight(-1)) / 2);
        caption.resizeRelocate(left, top, words, caption.prefHeight(-1));
        after.resizeRelocate(left + words + gap, y, Math.max(0, width - left - words - gap), 2);
    }

    @Override
    protected double computePrefHeight(double width) {
        return caption.prefHeight(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return caption.prefWidth(-1) + 8 * GAP;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 4 * GAP;
    }

    /// Whether the words are at the right, where they cover less of the rows of text that the line runs between.
    public void setCaptionAside(boolean wanted) {
        isAside = wanted;
        requestLayout();
    }

    /// Whether the words hang under the line, where no row of text follows that they would cover.
    public void setCaptionBelow(boolean wanted) {
        isBelow = wanted;
        requestLayout();
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
