package dev.cachewright.ui.editor;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.rail.BreakpointGap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The cards, one below the other; a card stays the same object while its block exists.
final class CardColumn extends VBox {

    /// A card, its view, and the gap below it.
    record Card(Region root, BlockCardView view, BreakpointGap gap, Subscriptions subscriptions) {

        /// The middle of the gap below, as a height in the column.
        double below() {
            return gap.getBoundsInParent().getCenterY();
        }
    }

    private static final int CARDS_A_FRAME = 8;

    private final EditorViewModel editor;
    private final TokenSight sight;
    private final Runnable onShown;
    private final Runnable onMoved;
    private final Map<String, Card> cards = new LinkedHashMap<>();
    private List<BlockCardViewModel> wanted = List.of();

    /// @param onShown runs when cards have been added or removed
    /// @param onMoved runs when the text of a card was laid out or scrolled
    CardColumn(EditorViewModel editor, TokenSight sight, Runnable onShown, Runnable onMoved) {
        this.editor = editor;
        this.sight = sight;
        this.onShown = onShown;
        this.onMoved = onMoved;
        getStyleClass().add("editor-cards");
    }

    /// Shows these blocks in this order; a few new ones per frame, so that a long prompt does not stop the window.
    void show(List<BlockCardViewModel> models) {
        wanted = List.copyOf(models);
        List<String> gone = cards.keySet().stream()
                .filter(id -> wanted.stream().noneMatch(model -> model.id().equals(id))).toList();
        gone.forEach(this::drop);
        showSome();
    }

    private void showSome() {
        int loaded = 0;
        var nodes = new ArrayList<Node>();
        for (BlockCardViewModel model : wanted) {
            Card known = cards.get(model.id());
            if (known == null || known.view().getModel() != model) {
                if (loaded == CARDS_A_FRAME) {
                    break;
                }
                loaded++;
                drop(model.id());
                cards.put(model.id(), load(model));
            }
            nodes.add(cards.get(model.id()).root());
            nodes.add(cards.get(model.id()).gap());
        }
        // What stays keeps its node, so that the caret stays where it is.
        getChildren().retainAll(nodes);
        if (!getChildren().equals(nodes)) {
            Node focused = getScene() == null ? null : getScene().getFocusOwner();
            getChildren().setAll(nodes);
            // A card that changes its place leaves the scene for a moment, and so loses the focus.
            if (focused != null && focused.getScene() != null) {
                focused.requestFocus();
            }
        }
        onShown.run();
        if (nodes.size() < 2 * wanted.size()) {
            UiThread.nextFrame(this::showSome);
        }
    }

    private Card load(BlockCardViewModel model) {
        var loaded = Views.load(new BlockCardView(model, editor));
        var subscriptions = new Subscriptions();
        subscriptions.add(loaded.view().area().revisionProperty().subscribe(onMoved));
        new CardTokens(loaded.view().area(), model).connect(sight, subscriptions);
        return new Card((Region) loaded.root(), loaded.view(), gap(model.id(), subscriptions), subscriptions);
    }

    private BreakpointGap gap(String id, Subscriptions subscriptions) {
        Breakpoints breakpoints = editor.breakpoints();
        var gap = new BreakpointGap(() -> breakpoints.invitation(id), () -> breakpoints.toggle(id));
        subscriptions.add(breakpoints.marksProperty().subscribe(marks -> Optional.ofNullable(marks.get(id))
                .ifPresentOrElse(mark -> gap.mark(mark.words(), mark.isRefused()), gap::clear)));
        subscriptions.add(gap.focusedProperty().subscribe(isFocused -> {
            if (isFocused) {
                editor.focusedProperty().set(Optional.of(id));
            }
        }));
        return gap;
    }

    private void drop(String id) {
        Card card = cards.remove(id);
        if (card != null) {
            card.subscriptions().close();
            card.view().close();
        }
    }

    Optional<Card> card(String id) {
        return Optional.ofNullable(cards.get(id));
    }

    /// The cards in the order of the blocks.
    List<Card> inOrder() {
        return editor.cards().stream().map(model -> cards.get(model.id())).filter(card -> card != null).toList();
    }
}
