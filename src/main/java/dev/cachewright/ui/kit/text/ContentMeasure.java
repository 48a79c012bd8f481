package dev.cachewright.ui.kit.text;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Measures how high the first paragraphs of an area are when wrapped at a width, before the area has laid them out.
///
/// It is an invisible child beside the area, so that the same style rules reach it.
final class ContentMeasure extends Region {

    private final Text text = new Text();
    private final TextFlow flow = new TextFlow(text);
    private final StackPane box = new StackPane(flow);
    private List<Object> rowLook = List.of();
    private double row;
    /// Paragraphs never change: an edit puts others in their place. One keystroke measures one of them.
    private Map<Object, Double> known = new IdentityHashMap<>();
    private List<Object> knownLook = List.of();

    ContentMeasure() {
        getStyleClass().addAll("styled-text-area", "text-measure");
        flow.getStyleClass().add("paragraph-text");
        box.getStyleClass().add("paragraph-box");
        getChildren().setAll(box);
        setManaged(false);
        setVisible(false);
    }

    double rowHeight() {
        List<Object> look = List.of(text.getFont(), flow.getLineSpacing(), box.getInsets());
        if (!look.equals(rowLook)) {
            rowLook = look;
            row = height("x", -1);
        }
        return row;
    }

    double width(String row) {
        text.setText(row);
        return flow.prefWidth(-1);
    }

    /// The height of all paragraphs, or some height above `limit` where they are higher than that.
    double height(BrokenLinesArea area, double width, double limit) {
        if (!area.isWrapText()) {
            // Nothing is kept that could not be wrapped.
            text.setText("");
            return area.map().count() * rowHeight();
        }
        List<Object> look = List.of(width, rowHeight(), text.getFont());
        if (!look.equals(knownLook)) {
            knownLook = look;
            known.clear();
        }
        Map<Object, Double> used = new IdentityHashMap<>();
        double sum = 0;
        int count = area.map().count();
        for (int i = 0; i < count && sum <= limit; i++) {
            Object paragraph = area.getParagraph(i);
            Double height = known.get(paragraph);
            if (height == null) {
                height = height(area.getParagraph(i).getText(), width);
            }
            used.put(paragraph, height);
            sum += height;
        }
        known = used;
        return sum;
    }

    private double height(String paragraph, double width) {
        text.setText(paragraph.isEmpty() ? " " : paragraph);
        // The area's paragraphs have the line spacing below their last row as well.
        return box.getInsets().getTop() + flow.prefHeight(width) + flow.getLineSpacing() + box.getInsets().getBottom();
    }
}
