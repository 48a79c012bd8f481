package dev.cachewright.ui.editor;

import dev.cachewright.ui.editor.marks.Breakpoints;
import dev.cachewright.ui.editor.marks.TokenSight;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.rail.BreakpointGap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Makes cards and keeps those that are made; a card stays the same object while it is in sight.
final class CardStock {

    private final EditorViewModel editor;
    private final TokenSight sight;
    private final Map<String, Card> cards = new HashMap<>();
    private Consumer<Card> onMade = card -> {
    };

    CardStock(EditorViewModel editor, TokenSight sight) {
        this.editor = editor;
        this.sight = sight;
    }

    /// A card, its view, and the gap below it.
    record Card(String id, Region root, BlockCardView view, BreakpointGap gap, Subscriptions subscriptions) {
    }

    /// Sets what is done with each card that is made.
    void setOnMade(Consumer<Card> listener) {
        onMade = listener;
    }

    Card make(BlockCardViewModel model) {
        var loaded = Views.load(new BlockCardView(model, editor));
        var subscriptions = new Subscriptions();
        new CardTokens(loaded.view().area(), model).connect(sight, subscriptions);
        Card card = new Card(model.id(), (Region) loaded.root(), loaded.view(), gap(model.id(), subscriptions),
                subscriptions);
        cards.put(model.id(), card);
        editor.marks().attach(model);
        onMade.accept(card);
        return card;
    }

    private BreakpointGap gap(String id, Subscriptions subscriptions) {
        Breakpoints breakpoints = editor.breakpoints();
        var gap = new BreakpointGap(() -> breakpoints.invitation(id), () -> breakpoints.toggle(id));
        subscriptions.add(breakpoints.marksProperty().subscribe(marks -> Optional.ofNullable(marks.get(id))
                .ifPresentOrElse(mark -> gap.mark(mark.words(), mark.isRefused()), gap::clear)));
        subscriptions.add(editor.marks().linesProperty().subscribe(lines -> Optional.ofNullable(lines.get(id))
                .ifPresentOrElse(line -> gap.showBoundary(line.caption(), line.isShort()), gap::hideBoundary)));
        subscriptions.add(gap.focusedProperty().subscribe(isFocused -> {
            if (isFocused) {
                editor.focusedProperty().set(Optional.of(id));
            }
        }));
        return gap;
    }

    /// The card of a block as it is now; empty where none is made.
    Optional<Card> made(BlockCardViewModel model) {
        return card(model.id()).filter(card -> card.view().getModel() == model);
    }

    Optional<Card> card(String id) {
        return Optional.ofNullable(cards.get(id));
    }

    /// Those of these blocks whose cards are made, in their order.
    List<BlockCardViewModel> madeOf(List<BlockCardViewModel> models) {
        return models.stream().filter(model -> cards.containsKey(model.id())).toList();
    }

    /// Gives up a card; returns its nodes.
    List<Node> drop(String id) {
        Card card = cards.remove(id);
        if (card == null) {
            return List.of();
        }
        editor.marks().detach(card.view().getModel());
        card.subscriptions().close();
        card.view().close();
        return List.of(card.root(), card.gap());
    }

    /// Gives up the cards of all other blocks; returns their nodes.
    List<List<Node>> keepOnly(List<BlockCardViewModel> models) {
        var wanted = models.stream().collect(Collectors.toMap(BlockCardViewModel::id, model -> model));
        var gone = new ArrayList<List<Node>>();
        for (Card card : List.copyOf(cards.values())) {
            if (wanted.get(card.id()) != card.view().getModel()) {
                gone.add(drop(card.id()));
            }
        }
        return gone;
    }
}
