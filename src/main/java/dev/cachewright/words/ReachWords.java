package dev.cachewright.words;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Reach;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import java.util.Locale;

/// What later calls can reuse of a block, in words: on its card, on the rail and at the end of the prefix.
public final class ReachWords {

    /// Fewer are the frames and words around a variable.
    private static final int LEAST_LOST = 10;

    private ReachWords() {
    }

    /// A few words for a pill: `static · cacheable`, `static · out of reach`, `dynamic`.
    public static String brief(Block block, Reach.OfBlock reach) {
        return Texts.get("reach." + key(block, reach));
    }

    /// A sentence on what that means.
    public static String full(Block block, Reach.OfBlock reach) {
        return Texts.get("reach-hint." + key(block, reach));
    }

    private static String key(Block block, Reach.OfBlock reach) {
        if (block.effectiveKind() == Kind.DYNAMIC && reach.state() == Reach.State.CACHED) {
            return "same";
        }
        if (block.effectiveKind() == Kind.STATIC && reach.state() == Reach.State.DYNAMIC) {
            return reach.isGuessed() ? "guessed" : "differs";
        }
        return reach.isPartly() && reach.state() != Reach.State.DYNAMIC
                ? "partly"
                : reach.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// How many static tokens come after what changes, and so are never reused; empty where there are none,
    /// or few.
    public static String lost(Analysis analysis, Reach reach) {
        int lost = reach.tokens(Reach.State.AFTER_CHANGE);
        if (lost < LEAST_LOST || lost * 100L < analysis.tokens().size()) {
            return "";
        }
        int before = analysis.prefix().tokens();
        int figure = analysis.estimate().tokens(before + lost) - analysis.estimate().tokens(before);
        String tokens = TokenWords.about(analysis, Numbers.count(figure));
        return analysis.prompt().block(analysis.prefix().end().blockId())
                .flatMap(block -> block.template().variables().stream().findFirst())
                .map(name -> Texts.format("reach.lost", tokens, "{{" + name + "}}"))
                .orElseGet(() -> Texts.format("reach.lost-after", tokens));
    }

    /// What changes in a block: its first variable, else its name.
    public static String changing(Block block) {
        return block.template().variables().stream().findFirst().map(name -> "{{" + name + "}}").orElse(block.name());
    }
}
