package dev.cachewright.ui.kit;

import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.scene.control.TableCell;

/// A figure in a table, which tells how wide it and its head are: a figure that is cut is none.
///
/// @param <R> what a row of the table is of
public final class FigureCell<R> extends TableCell<R, R> {

    /// What the head of a column has around its word, beyond what a cell has.
    private static final double HEAD = 8;

    private final Function<R, String> text;
    private final DoubleConsumer needs;

    /// @param needs is given the width that the cell would like to have
    public FigureCell(Function<R, String> text, DoubleConsumer needs) {
        this.text = text;
        this.needs = needs;
        // The font and the room around the text come with the style, after the first text.
        fontProperty().subscribe(font -> tell());
        insetsProperty().subscribe(room -> tell());
    }

    @Override
    protected void updateItem(R row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        setText(isEmpty || row == null ? "" : text.apply(row));
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
