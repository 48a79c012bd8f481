package dev.cachewright.ui.kit;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Says how high the first paragraphs of an area are when wrapped at a width, before the area has laid them out.
///
/// It is an invisible child beside the area, so that the same style rules reach it.
final class ContentMeasure extends Region {

    private final Text text = new Text();
    private final TextFlow flow = new TextFlow(text);
    private final StackPane box = new StackPane(flow);

    ContentMeasure() {
        getStyleClass().addAll("styled-text-area", "text-measure");
        flow.getStyleClass().add("paragraph-text");
        box.getStyleClass().add("paragraph-box");
        getChildren().setAll(box);
        setManaged(false);
        setVisible(false);
    }

    double rowHeight() {
        return height("x", -1);
    }

    /// The height of all paragraphs, or some height above `limit` where they are higher than that.
    double height(BrokenLinesArea area, double width, double limit) {
        double sum = 0;
        int count = area.map().count();
        for (int i = 0; i < count && sum <= limit; i++) {
            sum += height(area.getParagraph(i).getText(), width);
        }
        return sum;
    }

    private double height(String paragraph, double width) {
        text.setText(paragraph.isEmpty() ? " " : paragraph);
        // The area's paragraphs have the line spacing below their last row as well.
        return box.getInsets().getTop() + flow.prefHeight(width) + flow.getLineSpacing() + box.getInsets().getBottom();
    }
}
