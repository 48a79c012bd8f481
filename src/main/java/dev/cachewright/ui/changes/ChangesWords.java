package dev.cachewright.ui.changes;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Comparison;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.format.body.ToolOrder;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.ui.workspace.Draft;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one request, or two, say of what changes, in a sentence or two.
final class ChangesWords {

    /// A word that differs is named; a longer text is cut.
    private static final int LONGEST_WORD = 24;

    private final PromptModel prompt;

    ChangesWords(PromptModel prompt) {
        this.prompt = prompt;
    }

    static String ofValues(Analysis analysis) {
        List<String> used = analysis.variables().used();
        String names = FewWords.list(used.stream().map(name -> "{{" + name + "}}").toList());
        return Texts.format(analysis.rows() == 0 ? "changes.no-values" : "changes.one-row", names, used.size());
    }

    /// @param isToolOrder whether the tools are the same in another order
    String of(Analysis now, Comparison found, boolean isToolOrder) {
        String name = prompt.getDraft().compared().map(Draft.Compared::name).orElse("");
        if (found.isSame()) {
            return Texts.format(found.changes().isEmpty() ? "changes.same" : "changes.same-so-far", name);
        }
        Divergence at = found.at();
        if (found.changes().isEmpty()) {
            return Texts.format("changes.in-variables", name, TokenWords.about(now, Numbers.count(
                    now.estimate().tokens(at.commonTokens()))));
        }
        String block = now.prompt().block(at.block()).map(Block::name).orElse(at.block());
        // The prefix may end a token earlier, which what follows could change.
        int end = at.block().equals(now.prefix().end().blockId()) ? now.prefix().tokens() : at.commonTokens();
        String where = Texts.format("changes.differ", name, TokenWords.about(now, Numbers.count(
                now.estimate().tokens(end))), block);
        String what = isToolOrder ? Texts.get("changes.tool-order")
                : at.now().isEmpty() && at.before().isEmpty() ? ""
                        : Texts.format("changes.words", brief(at.now()), brief(at.before()));
        Set<String> blocks = found.blocks();
        String more = blocks.size() < 2 ? "" : Texts.format("changes.blocks", blocks.size());
        return String.join(" ", List.of(where, what, more)).strip().replace("  ", " ");
    }

    private static String brief(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "…";
    }

    /// Whether the tools are the same in another order.
    boolean isToolOrder(Analysis now, Comparison found) {
        return tools(now.prompt()).filter(block -> found.blocks().contains(block.id()))
                .flatMap(block -> prompt.getDraft().compared().flatMap(second -> second.request().beside(block))
                        .map(other -> ToolOrder.differs(block.text(), other.text())))
                .orElse(false);
    }

    static Optional<Block> tools(Prompt prompt) {
        return prompt.blocks().stream().filter(block -> block.role() == Role.TOOLS).findFirst();
    }
}
