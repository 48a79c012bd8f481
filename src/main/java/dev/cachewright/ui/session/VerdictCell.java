package dev.cachewright.ui.session;

import javafx.scene.control.TableCell;

/// The verdict on a call as a word in its colour.
final class VerdictCell extends TableCell<CallRow, CallRow> {

    private static final String HIT = "hit";
    private static final String MISS = "miss";

    @Override
    protected void updateItem(CallRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        getStyleClass().removeAll(HIT, MISS);
        if (isEmpty || row == null) {
            setText("");
            return;
        }
        setText(row.verdict());
        switch (row.tone()) {
            case GOOD -> getStyleClass().add(HIT);
            case BAD -> getStyleClass().add(MISS);
            case PLAIN, ADVICE -> {
                // The colour of all cells.
            }
        }
    }
}
