package dev.cachewright.ui.editor;

import dev.cachewright.token.request.Place;
import dev.cachewright.ui.kit.rail.PrefixLine;
import dev.cachewright.ui.kit.rail.PrefixRail;
import dev.cachewright.ui.kit.rail.RailTick;
import dev.cachewright.ui.kit.text.PromptArea;
import dev.cachewright.ui.kit.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;

/// Puts the rail's marks and the prefix line at the heights of their tokens.
final class PrefixPlacer {

    /// Finer steps would be a grey bar.
    private static final double LEAST_GAP = 6;
    private static final String STEP = "step";
    private static final String WRITTEN = "written";

    private final EditorViewModel editor;
    private final TokenSight tokens;
    private final CardColumn column;
    private final PrefixRail rail;
    private final PrefixLine line;

    PrefixPlacer(EditorViewModel editor, TokenSight tokens, CardColumn column, PrefixRail rail, PrefixLine line) {
        this.editor = editor;
        this.tokens = tokens;
        this.column = column;
        this.rail = rail;
        this.line = line;
    }

    /// Lays rail and line out anew; to be called after the cards were laid out.
    void place() {
        Optional<PrefixMarks> marks = editor.marksProperty().get();
        List<CardColumn.Card> cards = column.inOrder();
        boolean isShown = marks.isPresent() && !cards.isEmpty();
        rail.setVisible(isShown);
        // A breakpoint at the same place says what is read up to there.
        line.setVisible(isShown && marks.get().breakpoint().filter(breakpoints()::containsKey).isEmpty());
        if (!isShown) {
            return;
        }
        CardColumn.Card last = cards.getLast();
        double bottom = breakpoints().containsKey(last.view().getModel().id())
                ? last.below()
                : last.root().getBoundsInParent().getMaxY();
        rail.setRailHeight(bottom);
        double end = heightOf(marks.get().end());
        rail.setFillTo(end);
        var ticks = new ArrayList<RailTick>();
        ticks.add(new RailTick(0, "0", false, ""));
        addBreakpoints(ticks);
        marks.get().zone().ifPresentOrElse(zone -> ticks.add(placeZone(zone, bottom)), rail::hideZone);
        for (PrefixMarks.Tick tick : marks.get().ticks()) {
            if (ticks.stream().noneMatch(other -> other.label().equals(tick.label()))) {
                ticks.add(new RailTick(tick.place().map(this::heightOf).orElse(bottom), tick.label(), tick.isStrong(),
                        tick.isWritten() ? WRITTEN : ""));
            }
        }
        addSteps(ticks);
        if (!ticks.equals(List.copyOf(rail.getTicks()))) {
            rail.getTicks().setAll(ticks);
            rail.applyCss();
        }
        line.setCaption(marks.get().caption());
        line.setCaptionAside(isInText(marks.get().end()));
        line.setCaptionBelow(isInText(marks.get().end()) && isInLastRow(marks.get().end()));
        double height = line.prefHeight(-1);
        // Two captions in one gap would hide each other; the breakpoint's own says more.
        line.setVisible(line.isVisible() && breakpoints().keySet().stream().flatMap(id -> column.card(id).stream())
                .noneMatch(card -> Math.abs(card.below() - end) < height));
        line.resizeRelocate(0, Math.round(end - height / 2), column.getWidth(), height);
        rail.layout();
        line.layout();
        tokens.look(inSight(cards));
    }

    private Map<String, Breakpoints.Mark> breakpoints() {
        return editor.breakpoints().marksProperty().get();
    }

    private void addBreakpoints(List<RailTick> ticks) {
        breakpoints().forEach((id, mark) -> column.card(id).filter(card -> !mark.figure().isEmpty())
                .ifPresent(card -> ticks.add(new RailTick(card.below(), mark.figure(), true, WRITTEN))));
    }

    private static Map<String, TextRange> inSight(List<CardColumn.Card> cards) {
        Map<String, TextRange> seen = new LinkedHashMap<>();
        for (CardColumn.Card card : cards) {
            if (card.view().getModel().getBlock().role().isMessage()) {
                card.view().area().textInSight()
                        .ifPresent(range -> seen.put(card.view().getModel().id(), range));
            }
        }
        return seen;
    }

    /// The steps of the rules in the text in view, where they have room.
    private void addSteps(List<RailTick> ticks) {
        List<RailTick> named = List.copyOf(ticks);
        double above = -LEAST_GAP;
        for (PrefixMarks.Tick step : tokens.marksProperty().get().steps()) {
            Optional<Double> y = step.place().flatMap(this::heightInSight);
            boolean isNamed = named.stream().anyMatch(tick -> tick.label().equals(step.label()));
            if (y.isPresent() && !isNamed && y.get() - above >= LEAST_GAP) {
                ticks.add(new RailTick(y.get(), step.label(), false, STEP));
                above = y.get();
            }
        }
    }

    private Optional<Double> heightInSight(Place place) {
        return column.card(place.blockId()).map(card -> card.view().area()).filter(PromptArea::isVisible)
                .flatMap(area -> inSight(area, place.offset()));
    }

    private Optional<Double> inSight(PromptArea area, int offset) {
        return area.boundsOf(offset).filter(row -> row.getMinY() >= 0 && row.getMaxY() <= area.getHeight())
                .map(row -> column.sceneToLocal(area.localToScene(0, row.getMaxY())).getY());
    }

    /// The label in the middle of a zone.
    private RailTick placeZone(PrefixMarks.Zone zone, double bottom) {
        double from = heightOf(zone.from());
        double to = zone.to().map(this::heightOf).orElse(bottom);
        rail.showZone(from, to);
        return new RailTick((from + to) / 2, zone.label(), false, "");
    }

    /// The height in the column of a place of the prompt: below its row of text, or in the gap below the
    /// card where the block ends.
    private double heightOf(Place place) {
        Optional<CardColumn.Card> card = column.card(place.blockId());
        if (card.isEmpty()) {
            // It comes with one of the next frames.
            return column.getHeight();
        }
        Region root = card.get().root();
        Bounds bounds = root.getBoundsInParent();
        int length = card.get().view().area().getTextLength();
        if (place.offset() >= length) {
            return card.get().below();
        }
        return place.offset() == 0
                ? Math.max(0, bounds.getMinY() - card.get().gap().getHeight() / 2)
                : insideText(card.get(), place.offset(), length);
    }

    private boolean isInText(Place place) {
        return place.offset() > 0 && column.card(place.blockId())
                .filter(card -> place.offset() < card.view().area().getTextLength()).isPresent();
    }

    private boolean isInLastRow(Place place) {
        PromptArea area = column.card(place.blockId()).orElseThrow().view().area();
        Optional<Double> row = area.boundsOf(place.offset()).map(Bounds::getMaxY);
        return row.isPresent() && row.equals(area.boundsOf(area.getTextLength()).map(Bounds::getMaxY));
    }

    private double insideText(CardColumn.Card card, int offset, int length) {
        PromptArea area = card.view().area();
        if (!area.isVisible()) {
            // Only a summary is shown: where it would be if the card showed all.
            Bounds whole = card.root().getBoundsInParent();
            return whole.getMinY() + whole.getHeight() * offset / Math.max(1, length);
        }
        Bounds text = column.sceneToLocal(area.localToScene(area.getBoundsInLocal()));
        return area.boundsOf(offset)
                .map(character -> column.sceneToLocal(area.localToScene(0, character.getMaxY())))
                .map(below -> Math.clamp(below.getY(), text.getMinY(), text.getMaxY()))
                // Scrolled out of the card's view: at the edge beyond which it is.
                .orElseGet(() -> area.isAboveView(offset) ? text.getMinY() : text.getMaxY());
    }
}
