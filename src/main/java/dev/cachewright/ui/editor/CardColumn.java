package dev.cachewright.ui.editor;

import dev.cachewright.ui.fx.Views;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The cards one below the other; a card stays the same object while its block lives.
final class CardColumn extends VBox {

    /// A card and the view behind it.
    record Card(Region root, BlockCardView view) {
    }

    private final EditorViewModel editor;
    private final Map<String, Card> cards = new LinkedHashMap<>();

    CardColumn(EditorViewModel editor) {
        this.editor = editor;
        getStyleClass().add("editor-cards");
    }

    /// Shows these blocks in this order.
    void show(List<BlockCardViewModel> models) {
        var wanted = new ArrayList<Node>();
        for (BlockCardViewModel model : models) {
            Card known = cards.get(model.id());
            if (known == null || known.view().getModel() != model) {
                drop(model.id());
                cards.put(model.id(), load(model));
            }
            wanted.add(cards.get(model.id()).root());
        }
        List<String> gone = cards.keySet().stream()
                .filter(id -> models.stream().noneMatch(model -> model.id().equals(id))).toList();
        gone.forEach(this::drop);
        // What stays keeps its node, so that the caret stays where it is.
        getChildren().retainAll(wanted);
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
    }

    private Card load(BlockCardViewModel model) {
        var loaded = Views.load(new BlockCardView(model, editor));
        return new Card((Region) loaded.root(), loaded.view());
    }

    private void drop(String id) {
        Card card = cards.remove(id);
        if (card != null) {
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
