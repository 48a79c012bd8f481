package dev.cachewright.ui.layouts;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.template.Partials;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.Texts;
import java.util.Optional;

/// Puts a variant into the editor.
final class LayoutUse {

    private LayoutUse() {
    }

    /// Makes it the open prompt, as one edit, and keeps the one that was there as a variant. A layout whose partials are
    /// others is left where it is: the file of the open prompt could not name them.
    ///
    /// @return what became of it, in sentences
    static String of(Variant variant, Variants variants, PromptModel open) {
        Prompt before = open.getPrompt();
        if (variant.prompt().equals(before)) {
            return Texts.format("layouts.used-already", variant.name());
        }
        Optional<Partials> own = partials(variant.prompt());
        if (own.isPresent() && !own.equals(partials(before))) {
            return Texts.format("layouts.other-partials", variant.name());
        }
        String kept = variants.keep().name();
        open.edit(variant.prompt());
        return Texts.format("layouts.used", variant.name(), open.getDocument().orElseThrow().name(), kept);
    }

    private static Optional<Partials> partials(Prompt prompt) {
        return prompt.blocks().stream().map(Block::partials).filter(each -> !each.isEmpty()).findFirst();
    }
}
