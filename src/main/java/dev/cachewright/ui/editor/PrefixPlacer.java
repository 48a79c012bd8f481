package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.token.Place;
import dev.cachewright.ui.kit.PrefixLine;
import dev.cachewright.ui.kit.PrefixRail;
import dev.cachewright.ui.kit.PromptArea;
import dev.cachewright.ui.kit.RailTick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;

/// Puts the rail's marks and the prefix line at the heights where their tokens stand.
final class PrefixPlacer {

    private final EditorViewModel editor;
    private final CardColumn column;
    private final PrefixRail rail;
    private final PrefixLine line;

    PrefixPlacer(EditorViewModel editor, CardColumn column, PrefixRail rail, PrefixLine line) {
        this.editor = editor;
        this.column = column;
        this.rail = rail;
        this.line = line;
    }

    /// Lays rail and line out anew; to be called after the cards were laid out.
    void place() {
        Optional<PrefixMarks> marks = editor.marksProperty().get();
        List<CardColumn.Card> cards = column.inOrder();
        line.setVisible(marks.isPresent() && !cards.isEmpty());
        rail.setVisible(line.isVisible());
        if (!line.isVisible()) {
            return;
        }
        double bottom = cards.getLast().root().getBoundsInParent().getMaxY();
        rail.setRailHeight(bottom);
        double end = heightOf(marks.get().end());
        rail.setFillTo(end);
        var ticks = new ArrayList<RailTick>();
        ticks.add(new RailTick(0, "0", false, ""));
        for (PrefixMarks.Tick tick : marks.get().ticks()) {
            ticks.add(new RailTick(tick.place().map(this::heightOf).orElse(bottom), tick.label(), tick.isStrong(), ""));
        }
        if (!ticks.equals(List.copyOf(rail.getTicks()))) {
            rail.getTicks().setAll(ticks);
        }
        line.setCaption(marks.get().caption());
        double height = line.prefHeight(-1);
        line.resizeRelocate(0, Math.round(end - height / 2), column.getWidth(), height);
    }

    /// The height in the column at which a place of the prompt stands: below its row of text, or in the gap below the
    /// card where the block ends.
    private double heightOf(Place place) {
        Optional<CardColumn.Card> card = column.card(place.blockId());
        if (card.isEmpty()) {
            // It comes with one of the next frames.
            return column.getHeight();
        }
        Region root = card.get().root();
        Bounds bounds = root.getBoundsInParent();
        Block block = card.get().view().getModel().getBlock();
        double gap = column.getSpacing() / 2;
        if (place.offset() >= BlockCardViewModel.shownText(block).length()) {
            return bounds.getMaxY() + gap;
        }
        return place.offset() == 0
                ? Math.max(0, bounds.getMinY() - gap)
                : insideText(card.get(), place.offset(), block.text().length());
    }

    private double insideText(CardColumn.Card card, int offset, int length) {
        PromptArea area = card.view().area();
        Bounds top = column.sceneToLocal(area.localToScene(area.getBoundsInLocal()));
        Optional<Bounds> character = area.isVisible() ? area.boundsOf(offset) : Optional.empty();
        if (character.isPresent()) {
            Point2D below = column.sceneToLocal(area.localToScene(0, character.get().getMaxY()));
            return below == null ? top.getMaxY() : below.getY();
        }
        // Out of sight: where it would be if all rows were as long.
        return top.getMinY() + top.getHeight() * offset / Math.max(1, length);
    }
}
