package dev.cachewright.ui.session;

import dev.cachewright.ui.kit.TextWidth;
import java.util.function.DoubleConsumer;
import javafx.scene.control.TableCell;

/// A figure of a call, which tells how wide it and its head are: a figure that is cut is none.
final class FigureCell extends TableCell<CallRow, CallRow> {

    /// What the head of a column has around its word, beyond what a cell has.
    private static final double HEAD = 8;

    private final CallColumn column;
    private final DoubleConsumer needs;

    /// @param needs is given the width that the cell would like to have
    FigureCell(CallColumn column, DoubleConsumer needs) {
        this.column = column;
        this.needs = needs;
        // The font comes with the style, after the first text.
        fontProperty().subscribe(font -> tell());
    }

    @Override
    protected void updateItem(CallRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        setText(isEmpty || row == null ? "" : column.text(row));
        tell();
    }

    private void tell() {
        if (!isEmpty() && getText() != null) {
            double words = Math.max(TextWidth.of(getText(), getFont()),
                    TextWidth.of(getTableColumn().getText(), getFont()) + HEAD);
            needs.accept(words + snappedLeftInset() + snappedRightInset());
        }
    }
}
