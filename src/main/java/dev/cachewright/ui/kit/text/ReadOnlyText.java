package dev.cachewright.ui.kit.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;

/// Large text to be read and copied, not edited: an answer, a request as JSON. Its first part may be tinted as
/// `cached`.
public final class ReadOnlyText extends Region {

    private static final String CACHED = "cached";
    private static final double PREF_WIDTH = 400;
    private static final double PREF_HEIGHT = 200;

    private final TextStyles styles = new TextStyles(false);
    private final BrokenLinesArea area = new BrokenLinesArea(styles, change -> {
    });
    private final VirtualizedScrollPane<BrokenLinesArea> scroll = new VirtualizedScrollPane<>(area,
            ScrollBarPolicy.NEVER, ScrollBarPolicy.AS_NEEDED);

    public ReadOnlyText() {
        getStyleClass().add("read-only-text");
        area.setEditable(false);
        area.accessibleTextProperty().bind(accessibleTextProperty());
        AreaInput.leaveTab(area);
        getChildren().setAll(scroll);
    }

    public String getText() {
        return area.text(0, area.textLength());
    }

    public void setText(String text) {
        show(text, 0);
    }

    /// Shows a text with its first `cachedLength` characters tinted, and further marks.
    public void show(String text, int cachedLength, Mark... marks) {
        List<Mark> all = new ArrayList<>(List.of(marks));
        if (cachedLength > 0) {
            all.addFirst(new Mark(0, Math.min(cachedLength, text.length()), CACHED));
        }
        styles.setMarks(all);
        area.load(text);
    }

    /// Brings the character at an offset into view, some rows below the upper edge.
    public void reveal(int offset) {
        area.reveal(offset);
    }

    /// Adds streamed text at the end; a view that is at the end follows.
    public void append(String text) {
        int end = area.textLength();
        boolean follows = area.getEstimatedScrollY() + area.getViewportHeight() >= area.getTotalHeightEstimate() - 1;
        area.edit(end, end, text);
        if (follows) {
            area.showParagraphAtBottom(area.map().count() - 1);
        }
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    BrokenLinesArea area() {
        return area;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        scroll.resizeRelocate(left, top, Math.max(0, getWidth() - left - snappedRightInset()),
                Math.max(0, getHeight() - top - snappedBottomInset()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return PREF_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREF_HEIGHT;
    }
}
