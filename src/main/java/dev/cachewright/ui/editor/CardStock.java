package dev.cachewright.ui.editor;

import dev.cachewright.ui.editor.marks.Breakpoints;
import dev.cachewright.ui.editor.marks.TokenSight;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.rail.BreakpointGap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Makes cards, keeps those that show a block, and uses the others again; a card stays the same object while its block is
/// in sight.
final class CardStock {

    private final EditorViewModel editor;
    private final TokenSight sight;
    private final Map<String, Card> cards = new HashMap<>();
    private final Deque<Card> free = new ArrayDeque<>();
    private Consumer<Card> onMade = card -> {
    };
    private Consumer<Card> onShown = card -> {
    };

    CardStock(EditorViewModel editor, TokenSight sight) {
        this.editor = editor;
        this.sight = sight;
    }

    /// A card with the gap below it, and the block that it shows.
    final class Card {

        private final BlockCardView view;
        private final Region root;
        private final BreakpointGap gap;
        private final Subscriptions subscriptions = new Subscriptions();

        private Card(BlockCardViewModel model) {
            Views.Loaded<BlockCardView> loaded = Views.load(new BlockCardView(model, editor));
            view = loaded.view();
            root = (Region) loaded.root();
            gap = new BreakpointGap(() -> editor.breakpoints().invitation(id()),
                    () -> editor.breakpoints().isOpen(id()),
                    () -> editor.breakpoints().toggle(id()));
            gap.focusedProperty().subscribe(isFocused -> {
                if (isFocused) {
                    editor.focusedProperty().set(Optional.of(id()));
                }
            });
        }

        private void connect() {
            Breakpoints breakpoints = editor.breakpoints();
            new CardTokens(view.area(), view.getModel()).connect(sight, subscriptions);
            subscriptions.add(breakpoints.marksProperty().subscribe(marks -> Optional.ofNullable(marks.get(id()))
                    .ifPresentOrElse(mark -> gap.mark(mark.words(), mark.isRefused()), gap::clear)));
            subscriptions.add(editor.marks().linesProperty().subscribe(lines -> Optional.ofNullable(lines.get(id()))
                    .ifPresentOrElse(this::showLine, gap::hideBoundary)));
            editor.marks().attach(view.getModel());
            onShown.accept(this);
        }

        private void showLine(EditorMarks.Line line) {
            gap.showBoundary(line.caption(), line.isShort());
        }

        private void disconnect() {
            editor.marks().detach(view.getModel());
            subscriptions.close();
        }

        String id() {
            return view.getModel().id();
        }

        Region root() {
            return root;
        }

        BlockCardView view() {
            return view;
        }

        BreakpointGap gap() {
            return gap;
        }

        /// What ends when the card shows another block.
        Subscriptions subscriptions() {
            return subscriptions;
        }
    }

    /// Sets what is done with each card that is made, and each time that it shows another block.
    void setOnMade(Consumer<Card> made, Consumer<Card> shown) {
        onMade = made;
        onShown = shown;
    }

    /// Whether the next card is there already.
    boolean hasFree() {
        return !free.isEmpty();
    }

    /// A card for a block: one that is free, else a new one.
    Card make(BlockCardViewModel model) {
        boolean isNew = free.isEmpty();
        Card card = isNew ? new Card(model) : free.pop();
        if (isNew) {
            onMade.accept(card);
        } else {
            card.view().show(model);
            card.root().setVisible(true);
        }
        cards.put(model.id(), card);
        card.connect();
        return card;
    }

    /// The card of a block as it is now; empty where none is made.
    Optional<Card> made(BlockCardViewModel model) {
        return card(model.id()).filter(card -> card.view().getModel() == model);
    }

    Optional<Card> card(String id) {
        return Optional.ofNullable(cards.get(id));
    }

    /// The nodes of the cards of these blocks, in their order, and after them those that are free.
    List<Node> nodes(List<BlockCardViewModel> models) {
        var nodes = new ArrayList<Node>();
        for (BlockCardViewModel model : models) {
            made(model).ifPresent(card -> nodes.addAll(List.of(card.root(), card.gap())));
        }
        free.forEach(card -> nodes.addAll(List.of(card.root(), card.gap())));
        return nodes;
    }

    /// Frees the card of a block.
    void release(String id) {
        Card card = cards.remove(id);
        if (card != null) {
            card.disconnect();
            card.root().setVisible(false);
            card.gap().setVisible(false);
            free.push(card);
        }
    }

    /// Frees the cards of all other blocks.
    void keepOnly(List<BlockCardViewModel> models) {
        var wanted = models.stream().collect(Collectors.toMap(BlockCardViewModel::id, model -> model));
        for (Card card : List.copyOf(cards.values())) {
            if (wanted.get(card.id()) != card.view().getModel()) {
                release(card.id());
            }
        }
    }
}
