package dev.cachewright.ui.editor;

import dev.cachewright.ui.kit.rail.RailTick;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.PromptModel;
import java.util.List;

/// What the editor says, for tests of other packages.
public final class EditorProbe {

    private final EditorViewModel editor;

    public EditorProbe(PromptModel prompt, AnalysisModel analysis) {
        editor = new EditorViewModel(prompt, analysis);
        editor.cards().forEach(editor.marks()::attach);
    }

    /// The tokens of each block, as its card has them.
    public List<String> tokens() {
        return editor.cards().stream().map(card -> card.getFigures().getTokens()).toList();
    }

    /// What each block is said to be.
    public List<String> pills() {
        return editor.cards().stream().map(card -> new BlockHeaderViewModel(card).getPill()).toList();
    }

    /// What is said below the last block.
    public String reply() {
        return editor.marks().replyProperty().get();
    }

    /// The words on the line of the prefix.
    public String line() {
        return editor.marks().marksProperty().get().orElseThrow().caption();
    }

    public List<String> railLabels() {
        return editor.marks().marksProperty().get().orElseThrow().ticks().stream().map(RailTick::label).toList();
    }
}
