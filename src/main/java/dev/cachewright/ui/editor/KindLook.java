package dev.cachewright.ui.editor;

import dev.cachewright.analysis.Reach;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.ui.kit.KindPill;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Which of its three looks a block has: cacheable, static and out of reach, or dynamic.
final class KindLook {

    private static final PseudoClass DYNAMIC = PseudoClass.getPseudoClass("dynamic");
    private static final PseudoClass OUT_OF_REACH = PseudoClass.getPseudoClass("out-of-reach");

    private KindLook() {
    }

    /// Whether a block is shown as one that may differ from call to call.
    static boolean isDynamic(Block block, Optional<Reach.OfBlock> reach) {
        return reach.map(known -> known.state() == Reach.State.DYNAMIC)
                .orElseGet(() -> block.effectiveKind() == Kind.DYNAMIC);
    }

    static boolean isOutOfReach(Optional<Reach.OfBlock> reach) {
        return reach.filter(known -> known.state().isOutOfReach()).isPresent();
    }

    /// Gives a card the look of its block.
    static void show(Node card, Block block, Optional<Reach.OfBlock> reach) {
        card.pseudoClassStateChanged(DYNAMIC, isDynamic(block, reach));
        card.pseudoClassStateChanged(OUT_OF_REACH, isOutOfReach(reach));
    }

    static KindPill.Kind pill(Block block, Optional<Reach.OfBlock> reach) {
        return isDynamic(block, reach) ? KindPill.Kind.DYNAMIC
                : isOutOfReach(reach) ? KindPill.Kind.OUT_OF_REACH : KindPill.Kind.STATIC;
    }
}
