package dev.cachewright.ui.editor;

import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.kit.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The cards, one below the other, of which only those in sight are made: a conversation of thousands of blocks costs
/// what its few in sight cost.
///
/// It scrolls by itself. What is at the upper edge stays there when cards above it turn out to be higher than was
/// thought, or are folded.
final class CardColumn extends Region {

    private static final int CARDS_A_FRAME = 8;
    private static final long FRAME_NANOS = 25_000_000;
    /// Made beyond the edges, so that the focus can go on to them and a turn of the wheel finds them there.
    private static final double AHEAD = 240;
    /// Made cards out of sight, which are ready when one comes back to them.
    private static final int KEPT = 12;
    private static final double BOTTOM = 24;
    private static final double RIGHT = 16;
    /// Lines in the gaps make some of them higher.
    private static final double LINES = 12;
    private static final double LINE_KEY = 40;

    private final CardStock stock;
    private final CardHeights heights;
    private final Region foot;
    private final Consumer<CardColumn> beforeLayout;
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final Set<String> recent = new LinkedHashSet<>();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
    private final CardPlaces places = new CardPlaces();
    private List<BlockCardViewModel> wanted = List.of();
    private boolean isMoving;
    private boolean isChanged;

    /// @param foot comes after the last card
    /// @param beforeLayout runs before each layout, when the column has its size
    CardColumn(CardStock stock, CardHeights heights, Region foot, Consumer<CardColumn> beforeLayout) {
        this.stock = stock;
        this.heights = heights;
        this.foot = foot;
        this.beforeLayout = beforeLayout;
        getStyleClass().add("editor-cards");
        bar.setOrientation(Orientation.VERTICAL);
        bar.valueProperty().subscribe(value -> {
            if (!isMoving) {
                scrollTo(value.doubleValue());
            }
        });
        setClip(clip);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            scrollBy(-event.getDeltaY());
            event.consume();
        });
        getChildren().setAll(heights.grid(), foot, bar);
    }

    /// Shows these blocks in this order.
    void show(List<BlockCardViewModel> models) {
        int first = places.first();
        Optional<BlockCardViewModel> atEdge = first < wanted.size() ? Optional.of(wanted.get(first)) : Optional.empty();
        wanted = List.copyOf(models);
        stock.keepOnly(wanted);
        places.renumber(atEdge.map(wanted::indexOf).orElse(-1));
        requestLayout();
    }

    /// Begins at the first block.
    void scrollToTop() {
        places.scrollToTop();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        beforeLayout.accept(this);
        double width = cardWidth();
        int made = 0;
        long start = System.nanoTime();
        boolean isComplete = false;
        while (!isComplete) {
            measure(width);
            int loaded = makeMissing(CARDS_A_FRAME - made);
            made += loaded;
            // The others come with the next frame.
            isComplete = !isChanged || made > 0 && System.nanoTime() - start > FRAME_NANOS;
        }
        place(width);
        if (made > 0) {
            UiThread.nextFrame(this::requestLayout);
        }
        revision.set(revision.get() + 1);
    }

    /// The height that there is for cards without scrolling.
    double room() {
        return getHeight() - CardPlaces.TOP - footHeight() - BOTTOM - LINES;
    }

    /// Whether a node is in a card of this column.
    boolean isAncestorOf(Node node) {
        Node above = node;
        while (above != null && above != this) {
            above = above.getParent();
        }
        return above == this;
    }

    double cardWidth() {
        return Math.max(1, Math.min(getWidth() - RIGHT, heights.widest()));
    }

    private void measure(double width) {
        double[] each = new double[wanted.size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = heights.of(wanted.get(i), stock.made(wanted.get(i)), width);
        }
        places.measure(each, footHeight() + BOTTOM, getHeight());
    }

    private double footHeight() {
        return foot.prefHeight(cardWidth());
    }

    private int makeMissing(int most) {
        double from = places.offset() - AHEAD;
        double to = places.offset() + getHeight() + AHEAD;
        int loaded = 0;
        long start = System.nanoTime();
        isChanged = false;
        for (int i = Math.max(0, places.at(from)); i < wanted.size() && places.top(i) < to && loaded < most
                && (loaded == 0 || System.nanoTime() - start < FRAME_NANOS); i++) {
            BlockCardViewModel model = wanted.get(i);
            if (stock.made(model).isEmpty()) {
                // One that is used again costs little.
                loaded += stock.hasFree() ? 0 : 1;
                isChanged = true;
                add(stock.make(model));
            }
        }
        return loaded;
    }

    private void add(CardStock.Card card) {
        if (card.root().getParent() == null) {
            getChildren().addAll(getChildren().size() - 2, List.of(card.root(), card.gap()));
        }
        card.root().applyCss();
        card.gap().applyCss();
    }

    private void place(double width) {
        double offset = places.offset();
        places.scrollTo(offset);
        double from = offset - AHEAD;
        double to = offset + getHeight() + AHEAD;
        for (int i = 0; i < wanted.size(); i++) {
            boolean isNear = places.bottom(i) > from && places.top(i) < to;
            // Also one that was made for a place which turned out to be elsewhere.
            Optional<CardStock.Card> card = stock.made(wanted.get(i));
            if (card.isPresent()) {
                place(card.get(), isNear, places.top(i) - offset, places.bottom(i) - offset, width);
            }
        }
        layoutFoot(offset, width);
        layoutBar(offset);
        dropOld();
        sort();
    }

    private void place(CardStock.Card card, boolean isNear, double top, double bottom, double width) {
        card.root().setVisible(isNear || hasFocus(card));
        card.gap().setVisible(isNear || card.gap().isFocused());
        double gap = Math.ceil(card.gap().prefHeight(width));
        card.root().resizeRelocate(0, Math.round(top), width, Math.round(bottom - gap - top));
        card.gap().resizeRelocate(0, Math.round(bottom - gap), width, gap);
        recent.remove(card.id());
        recent.add(card.id());
    }

    private boolean hasFocus(CardStock.Card card) {
        Node node = getScene() == null ? null : getScene().getFocusOwner();
        while (node != null && node != card.root()) {
            node = node.getParent();
        }
        return node != null;
    }

    private void layoutFoot(double offset, double width) {
        foot.resizeRelocate(0, Math.round(places.total() - BOTTOM - footHeight() - offset), width, footHeight());
    }

    private void layoutBar(double offset) {
        double hidden = places.hidden();
        bar.setVisible(hidden > 0.5);
        double wide = Math.ceil(bar.prefWidth(-1));
        bar.resizeRelocate(getWidth() - wide, 0, wide, getHeight());
        isMoving = true;
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden <= 0 ? 0 : getHeight() * hidden / places.total());
        bar.setUnitIncrement(LINE_KEY);
        bar.setBlockIncrement(getHeight());
        bar.setValue(offset);
        isMoving = false;
    }

    /// Cards that were out of sight the longest go, so that memory does not grow with the way that was scrolled.
    private void dropOld() {
        List<CardStock.Card> hidden = recent.stream().flatMap(id -> stock.card(id).stream())
                .filter(card -> !card.root().isVisible()).toList();
        for (int i = 0; i < hidden.size() - KEPT; i++) {
            recent.remove(hidden.get(i).id());
            stock.release(hidden.get(i).id());
        }
        recent.removeIf(id -> stock.card(id).isEmpty());
    }

    /// Tab goes through the cards in the order of the blocks.
    private void sort() {
        List<Node> nodes = new ArrayList<>(List.of(heights.grid()));
        nodes.addAll(stock.nodes(wanted));
        nodes.addAll(List.of(foot, bar));
        if (!getChildren().equals(nodes)) {
            Node focused = getScene() == null ? null : getScene().getFocusOwner();
            getChildren().setAll(nodes);
            // A card that changes its place leaves the scene for a moment, and so loses the focus.
            if (focused != null && focused.getScene() != null) {
                focused.requestFocus();
            }
        }
    }

    void scrollBy(double pixels) {
        scrollTo(places.offset() + pixels);
    }

    private void scrollTo(double offset) {
        if (!wanted.isEmpty()) {
            places.scrollTo(offset);
            requestLayout();
        }
    }

    /// Scrolls just so far that these bounds, in the coordinates of the column, are in sight.
    void reveal(Bounds place) {
        if (place.getMinY() < 0 || place.getMaxY() > getHeight()) {
            scrollBy(place.getMinY() - getHeight() / 3);
        }
    }

    /// Scrolls just so far that these bounds are at an edge of what is in sight, where they are out of it.
    void revealRow(Bounds place) {
        double above = -place.getMinY();
        double under = place.getMaxY() - getHeight();
        if (above > 0) {
            scrollBy(-above - CardPlaces.TOP);
        } else if (under > 0) {
            scrollBy(under + CardPlaces.TOP);
        }
    }

    /// Scrolls so that a block begins at the upper edge.
    void scrollToBlock(String id) {
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).id().equals(id)) {
                scrollTo(places.top(i) - CardPlaces.TOP);
            }
        }
    }

    /// The card of a block; empty where none is made.
    Optional<CardStock.Card> made(String id) {
        return stock.card(id);
    }

    /// Makes the card of a block and scrolls to it where it is out of sight.
    Optional<CardStock.Card> bring(String id) {
        Optional<BlockCardViewModel> model = wanted.stream().filter(each -> each.id().equals(id)).findFirst();
        model.ifPresent(found -> {
            if (stock.made(found).isEmpty()) {
                add(stock.make(found));
            }
            measure(cardWidth());
            int index = wanted.indexOf(found);
            double top = places.top(index) - places.offset();
            if (top < 0 || Math.min(places.bottom(index) - places.offset(), top + LINE_KEY * 2) > getHeight()) {
                scrollTo(places.top(index) - CardPlaces.TOP);
            }
            requestLayout();
        });
        return model.flatMap(stock::made);
    }

    /// The number of the gap that is nearest to a height in the column, from 0 above the first card.
    int slotAt(double y) {
        return places.slotAt(y);
    }

    /// The height of a gap in the column.
    double slotY(int slot) {
        return (slot < wanted.size() ? places.top(slot) : places.bottom(slot - 1)) - places.offset()
                - CardPlaces.TOP / 2;
    }

    /// The place in the prompt at a height in the column.
    Edge edge(double y) {
        int index = places.at(places.offset() + y);
        return index < 0 ? new Edge("", 0) : new Edge(wanted.get(index).id(), places.partAbove(y));
    }

    /// A height in the column as a place in the prompt.
    ///
    /// @param part of the block that is above it, from 0 to 1
    record Edge(String blockId, double part) {
    }

    /// The cards that are in sight, or near, in the order of the blocks.
    List<CardStock.Card> inOrder() {
        return wanted.stream().flatMap(model -> stock.made(model).stream()).filter(card -> card.root().isVisible())
                .toList();
    }

    /// Which text of each block is in sight, by offsets.
    Map<String, TextRange> textInSight() {
        Map<String, TextRange> seen = new LinkedHashMap<>();
        for (CardStock.Card card : inOrder()) {
            if (card.view().getModel().getBlock().role().isMessage()) {
                card.view().area().refreshTokens();
                card.view().area().textInSight().ifPresent(range -> seen.put(card.id(), range));
            }
        }
        return seen;
    }

    /// Grows with each layout.
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    @Override
    protected double computePrefHeight(double width) {
        return places.total();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
