package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;

/// How much of each block is shown: as it was planned when the prompt was opened, and as the user changed it since.
public final class Folds {

    private final ObservableList<BlockCardViewModel> cards;
    private final ReadOnlyIntegerWrapper rows = new ReadOnlyIntegerWrapper(FoldPlan.MOST_ROWS);

    Folds(ObservableList<BlockCardViewModel> cards) {
        this.cards = cards;
    }

    /// Opens the blocks of a prompt that has just been opened, so that as many as possible are in sight.
    void open(CardHeights heights, double width, double height) {
        FoldPlan plan = plan(heights, width, height);
        rows.set(plan.rows());
        cards.forEach(card -> card.foldProperty()
                .set(plan.folded().contains(card.id()) ? Fold.FOLDED : Fold.SHORT));
    }

    /// Shows as many rows as there is room for now; what the user folded or opened stays.
    void resize(CardHeights heights, double width, double height) {
        rows.set(plan(heights, width, height).rows());
    }

    private FoldPlan plan(CardHeights heights, double width, double height) {
        List<Block> blocks = cards.stream().map(BlockCardViewModel::getBlock).toList();
        int columns = heights.columns(width);
        return FoldPlan.of(blocks, i -> CardHeights.rowsOf(blocks.get(i), columns, FoldPlan.MOST_ROWS + 1),
                heights.sizes(), height);
    }

    /// Shows the headers alone.
    public void foldAll() {
        cards.forEach(card -> card.foldProperty().set(Fold.FOLDED));
    }

    /// Shows the first rows of every block.
    public void unfoldAll() {
        cards.forEach(card -> {
            if (card.getFold() == Fold.FOLDED) {
                card.foldProperty().set(Fold.SHORT);
            }
        });
    }

    /// Folds a block, or shows its first rows.
    void toggle(BlockCardViewModel card) {
        card.foldProperty().set(card.getFold() == Fold.FOLDED ? Fold.SHORT : Fold.FOLDED);
    }

    /// How many rows are shown of a block that is neither folded nor open.
    ReadOnlyIntegerProperty rowsProperty() {
        return rows.getReadOnlyProperty();
    }
}
