package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.ui.kit.text.TextGrid;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.Node;

/// How high cards are: those that are made as they are laid out, the others by their first rows of text.
final class CardHeights {

    private static final double HEAD = 34;
    private static final double BORDER = 2;
    private static final double GAP = 16;
    private static final double AROUND_TEXT = 16;
    private static final double AT_SIDES = 30;
    private static final double LINK = 20;
    private static final double SUMMARY = 34;
    /// Longer rows are hard to read.
    private static final int MOST_COLUMNS = 110;
    private static final int USUAL_COLUMNS = 80;
    private static final int ROWS_OF_OPEN = 400;

    private final TextGrid grid = new TextGrid();
    private final ReadOnlyIntegerProperty rows;
    private final Map<BlockCardViewModel, Known> known = new HashMap<>();

    /// @param rows that are shown of a block which is neither folded nor open
    CardHeights(ReadOnlyIntegerProperty rows) {
        this.rows = rows;
    }

    /// What was measured or estimated last, and of what.
    private record Known(Text text, Fold fold, int rows, double width, double height) {

        boolean isOf(BlockCardViewModel model, int wantedRows, double wantedWidth) {
            return text == model.getBlock().content() && fold == model.getFold() && rows == wantedRows
                    && width == wantedWidth;
        }
    }

    Node grid() {
        return grid;
    }

    /// The greatest width of a card, in pixels.
    double widest() {
        return Math.ceil(MOST_COLUMNS * grid.columnWidth() + AT_SIDES);
    }

    /// The height of a card with the gap below it.
    double of(BlockCardViewModel model, Optional<CardStock.Card> made, double width) {
        Known before = known.get(model);
        boolean isInSight = made.filter(card -> card.root().isVisible()).isPresent();
        if (!isInSight && before != null && before.isOf(model, rows.get(), width)) {
            return before.height();
        }
        double height = made.map(card -> Math.ceil(card.root().prefHeight(width))
                + Math.ceil(card.gap().prefHeight(width))).orElseGet(() -> estimate(model, width));
        known.put(model, new Known(model.getBlock().content(), model.getFold(), rows.get(), width, height));
        return height;
    }

    /// Forgets blocks that are gone.
    void keepOnly(Collection<BlockCardViewModel> models) {
        known.keySet().retainAll(models);
    }

    private double estimate(BlockCardViewModel model, double width) {
        if (model.getFold() == Fold.FOLDED) {
            return HEAD + BORDER + GAP;
        }
        if (!model.getBlock().role().isMessage()) {
            return HEAD + BORDER + GAP + SUMMARY;
        }
        int most = model.getFold() == Fold.OPEN ? ROWS_OF_OPEN : rows.get();
        return sizes().card(rowsOf(model.getBlock(), columns(width), most + 1), most);
    }

    int columns(double width) {
        double column = grid.columnWidth();
        return column <= 0 ? USUAL_COLUMNS : Math.max(1, (int) ((Math.min(width, widest()) - AT_SIDES) / column));
    }

    /// How many rows a block takes with all its text, or `limit` where it takes more.
    static int rowsOf(Block block, int columns, int limit) {
        if (!block.role().isMessage()) {
            return 1;
        }
        int length = BlockCardViewModel.shownLength(block);
        int enough = (int) Math.min(length, (columns + 1L) * limit);
        return TextGrid.rows(block.content().substring(0, enough), columns, limit);
    }

    FoldPlan.Sizes sizes() {
        return new FoldPlan.Sizes(grid.rowHeight(), HEAD + BORDER + GAP, AROUND_TEXT, LINK);
    }
}
