package dev.cachewright.ui.editor;

import dev.cachewright.ui.editor.marks.TokenSight;
import dev.cachewright.ui.editor.marks.TokensInView;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.PromptArea;
import java.util.Optional;

/// Shows the tokens of a card's text where they are wanted, and reports which are in view.
final class CardTokens {

    private final PromptArea area;
    private final BlockCardViewModel model;

    CardTokens(PromptArea area, BlockCardViewModel model) {
        this.area = area;
        this.model = model;
    }

    void connect(TokenSight sight, Subscriptions subscriptions) {
        subscriptions.add(sight.tokensProperty().subscribe(this::show));
        subscriptions.add(sight.marksProperty()
                .subscribe(marks -> area.setNote(marks.notes().getOrDefault(model.id(), ""))));
    }

    private void show(Optional<TokensInView> tokens) {
        tokens.ifPresentOrElse(known -> area.showTokens((from, to) -> known.in(model.getBlock(), from, to)),
                area::hideTokens);
    }
}
