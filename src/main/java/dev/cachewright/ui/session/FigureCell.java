package dev.cachewright.ui.session;

import dev.cachewright.ui.kit.TextWidth;
import java.util.function.DoubleConsumer;
import javafx.scene.control.TableCell;

/// A figure of a call, which tells how wide it is: a figure that is cut is none.
final class FigureCell extends TableCell<CallRow, String> {

    private final DoubleConsumer needs;

    /// @param needs is given the width that the cell would like to have
    FigureCell(DoubleConsumer needs) {
        this.needs = needs;
        // The font comes with the style, after the first text.
        fontProperty().subscribe(font -> tell());
    }

    @Override
    protected void updateItem(String figure, boolean isEmpty) {
        super.updateItem(figure, isEmpty);
        setText(isEmpty ? "" : figure);
        tell();
    }

    private void tell() {
        if (!isEmpty() && getText() != null) {
            needs.accept(TextWidth.of(getText(), getFont()) + snappedLeftInset() + snappedRightInset());
        }
    }
}
