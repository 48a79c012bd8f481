package dev.cachewright.ui.session;

import dev.cachewright.ui.kit.TextWidth;
import java.util.function.DoubleConsumer;
import javafx.scene.control.TableCell;

/// The verdict on a call as a word in its colour; in fewer words where the column is too narrow.
final class VerdictCell extends TableCell<CallRow, CallRow> {

    private static final String HIT = "hit";
    private static final String CHANGE = "change";
    private static final String MISS = "miss";

    private final DoubleConsumer needs;

    /// @param needs is given the width that the cell needs for the fewest words
    VerdictCell(DoubleConsumer needs) {
        this.needs = needs;
    }

    @Override
    protected void updateItem(CallRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        getStyleClass().removeAll(HIT, CHANGE, MISS);
        if (isEmpty || row == null) {
            setText("");
            return;
        }
        setText(row.verdict().full());
        switch (row.tone()) {
            case GOOD -> getStyleClass().add(HIT);
            case ADVICE -> getStyleClass().add(CHANGE);
            case BAD -> getStyleClass().add(MISS);
            case PLAIN -> {
                // The colour of all cells.
            }
        }
    }

    @Override
    protected void layoutChildren() {
        CallRow row = isEmpty() ? null : getItem();
        if (row != null) {
            needs.accept(TextWidth.of(row.verdict().brief(), getFont()) + snappedLeftInset() + snappedRightInset());
            boolean isRoomy = TextWidth.of(row.verdict().full(), getFont())
                    <= getWidth() - snappedLeftInset() - snappedRightInset();
            setText(isRoomy ? row.verdict().full() : row.verdict().brief());
        }
        super.layoutChildren();
    }
}
