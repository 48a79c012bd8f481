package dev.cachewright.ui.editor;

import dev.cachewright.format.body.ToolNames;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.ui.editor.marks.TokenFigures;
import dev.cachewright.words.ReachWords;
import dev.cachewright.words.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The header of a card: role, name, kind and what can be reused, figures, and the edits that begin there.
public final class BlockHeaderViewModel {

    /// More does not fit beside a name.
    private static final int PREVIEW = 200;

    private final BlockCardViewModel card;
    private final ReadOnlyStringWrapper pill = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper kindHint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper breakpointAction = new ReadOnlyStringWrapper("");

    BlockHeaderViewModel(BlockCardViewModel card) {
        this.card = card;
        pill.bind(Bindings.createStringBinding(this::pillWords, card.blockProperty(), card.reachProperty()));
        kindHint.bind(Bindings.createStringBinding(this::kindWords, card.blockProperty(), card.reachProperty()));
        breakpointAction.bind(card.blockProperty().map(shown -> Texts.get(shown.breakpoint().isPresent()
                ? "block-header.remove-breakpoint"
                : "block-header.add-breakpoint")));
    }

    void changeRole(Role role) {
        card.change(old -> old.withRole(role));
    }

    void rename(String name) {
        String plain = name.strip();
        if (!plain.isEmpty() && !plain.equals(card.getBlock().name())) {
            card.change(old -> old.withName(plain));
        }
    }

    /// What is shown beside the role: the block's name, or how many functions there are.
    String title() {
        if (card.getBlock().role() != Role.TOOLS) {
            return card.getBlock().name();
        }
        List<String> names = ToolNames.of(card.getBlock().text());
        return Texts.format("block-header.functions", names.size());
    }

    /// The first words, for a card that is folded.
    String preview() {
        if (card.getBlock().form() == Form.ITEM) {
            return ItemPreview.of(card.getBlock().content());
        }
        Text text = card.getBlock().content();
        String start = text.substring(0, Math.min(text.length(), PREVIEW)).strip();
        int end = start.indexOf('\n');
        return card.getBlock().role() == Role.TOOLS ? card.summary() : end < 0 ? start : start.substring(0, end);
    }

    private String pillWords() {
        Block block = card.getBlock();
        return card.reachProperty().get().map(known -> ReachWords.brief(block, known))
                .orElseGet(() -> Texts.get("block-header.kind." + block.effectiveKind().word()));
    }

    private String kindWords() {
        Block block = card.getBlock();
        return card.reachProperty().get().map(known -> ReachWords.full(block, known) + " ").orElse("") + toggleWords();
    }

    private String toggleWords() {
        Block block = card.getBlock();
        return Texts.get(!block.role().isMessage() ? "block-header.kind-always-static"
                : card.hasVariables() ? "block-header.kind-by-variables"
                        : "block-header.kind-toggle." + block.effectiveKind().word());
    }

    BlockCardViewModel card() {
        return card;
    }

    public TokenFigures getFigures() {
        return card.getFigures();
    }

    /// The word for the block's kind, with what can be reused of it where that is known.
    public ReadOnlyStringProperty pillProperty() {
        return pill.getReadOnlyProperty();
    }

    public String getPill() {
        return pill.get();
    }

    /// What the kind is, and what can be done about it.
    public ReadOnlyStringProperty kindHintProperty() {
        return kindHint.getReadOnlyProperty();
    }

    public String getKindHint() {
        return kindHint.get();
    }

    /// What the menu offers for the breakpoint after the block.
    public ReadOnlyStringProperty breakpointActionProperty() {
        return breakpointAction.getReadOnlyProperty();
    }

    public String getBreakpointAction() {
        return breakpointAction.get();
    }
}
