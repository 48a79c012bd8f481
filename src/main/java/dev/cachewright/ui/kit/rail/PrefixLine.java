package dev.cachewright.ui.kit.rail;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A line across the blocks with words in its middle: where the cacheable prefix ends, or a breakpoint is. Words that
/// are too long for one row take more.
public final class PrefixLine extends Region {

    private static final double GAP = 8;

    private final Label caption = new Label();
    private final Hyperlink action = new Hyperlink();
    private final Region before = new Region();
    private final Region after = new Region();

    public PrefixLine() {
        getStyleClass().add("prefix-line");
        caption.getStyleClass().add("prefix-line-caption");
        caption.setWrapText(true);
        action.setWrapText(true);
        before.getStyleClass().add("prefix-line-rule");
        after.getStyleClass().add("prefix-line-rule");
        action.getStyleClass().add("prefix-line-action");
        List.of(before, caption, after).forEach(part -> part.setMouseTransparent(true));
        getChildren().setAll(before, caption, action, after);
        setAction("", () -> {
            // Nothing is on offer.
        });
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
        double button = actionWidth(width);
        double tall = caption.prefHeight(words);
        double high = hasAction() ? action.prefHeight(button) : 0;
        boolean isBeside = isBeside(width);
        double all = isBeside ? words + (hasAction() ? GAP + button : 0) : Math.max(words, button);
        double left = Math.round((width - all) / 2);
        double y = Math.round(getHeight() / 2) - 1.0;
        double gap = words > 0 ? GAP : 0;
        double top = Math.round((getHeight() - (isBeside ? tall : tall + high)) / 2);
        before.resizeRelocate(0, y, Math.max(0, left - gap), 2);
        caption.resizeRelocate(isBeside ? left : Math.round((width - words) / 2), top, words, tall);
        action.resizeRelocate(isBeside ? left + words + GAP : Math.round((width - button) / 2),
                isBeside ? Math.round((getHeight() - high) / 2) : top + tall, button, high);
        double end = left + all + gap;
        after.resizeRelocate(end, y, Math.max(0, width - end), 2);
    }

    /// A button that would leave the words less than half of the line stands below them.
    private boolean isBeside(double width) {
        return !hasAction() || action.prefWidth(-1) + GAP <= room(width) / 2;
    }

    private static double room(double width) {
        return Math.max(0, width - 6 * GAP);
    }

    private double actionWidth(double width) {
        return hasAction() ? Math.min(Math.ceil(action.prefWidth(-1)), room(width)) : 0;
    }

    private double wordsWidth(double width) {
        double beside = hasAction() && isBeside(width) ? actionWidth(width) + GAP : 0;
        return Math.min(Math.ceil(caption.prefWidth(-1)), Math.max(0, room(width) - beside));
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width < 0) {
            return Math.max(hasAction() ? action.prefHeight(-1) : 0, caption.prefHeight(-1));
        }
        double button = hasAction() ? action.prefHeight(actionWidth(width)) : 0;
        double words = caption.prefHeight(wordsWidth(width));
        return isBeside(width) ? Math.max(button, words) : button + words;
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

    /// Puts a button after the words; none where it has no words.
    public void setAction(String words, Runnable onAction) {
        action.setText(words);
        action.setOnAction(event -> onAction.run());
        action.setVisible(!words.isEmpty());
        requestLayout();
    }

    /// Whether there is a button.
    boolean hasAction() {
        return action.isVisible();
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
