package dev.cachewright.ui.editor;

import dev.cachewright.format.body.ToolNames;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.ui.kit.text.TextChange;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One block: what its card shows, and the edits that begin at it.
public final class BlockCardViewModel {

    private final PromptModel prompt;
    private final String id;
    private final ReadOnlyObjectWrapper<Block> block;
    private final TokenFigures figures = new TokenFigures();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper kindHint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper breakpointAction = new ReadOnlyStringWrapper("");
    private final TypingRun typing = new TypingRun();

    BlockCardViewModel(PromptModel prompt, Block block) {
        this.prompt = prompt;
        this.id = block.id();
        this.block = new ReadOnlyObjectWrapper<>(block);
        checkJson();
        kindHint.bind(this.block.map(shown -> kindWords()));
        breakpointAction.bind(this.block.map(shown -> Texts.get(shown.breakpoint().isPresent()
                ? "block-card.remove-breakpoint"
                : "block-card.add-breakpoint")));
    }

    void update(Block next) {
        boolean isEdited = !next.content().equals(block.get().content());
        block.set(next);
        if (isEdited) {
            checkJson();
        }
    }

    void showProblem(Optional<InputException> failure) {
        problem.set(failure.or(this::jsonProblem).map(e -> e.line() == 0
                ? e.getMessage()
                : Texts.format("block-card.problem", e.line(), e.column(), e.getMessage())).orElse(""));
    }

    /// Only the analysis judges messages, and its result stays until it has another.
    private void checkJson() {
        if (!block.get().role().isMessage()) {
            showProblem(Optional.empty());
        }
    }

    private Optional<InputException> jsonProblem() {
        try {
            switch (block.get().role()) {
                case TOOLS -> RawJson.elements(block.get().text());
                case SCHEMA -> RawJson.fields(block.get().text());
                default -> {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e);
        }
    }

    /// Applies an edit of the shown text to the prompt.
    void typed(TextChange change) {
        Text next = block.get().content().replace(change.position(), change.removed().length(), change.inserted());
        String key = "type " + id + " " + typing.of(change);
        prompt.edit(prompt.getPrompt().with(id, old -> old.withContent(next)), key);
    }

    void changeRole(Role role) {
        prompt.edit(prompt.getPrompt().with(id, old -> old.withRole(role)));
    }

    void rename(String name) {
        String plain = name.strip();
        if (!plain.isEmpty() && !plain.equals(block.get().name())) {
            prompt.edit(prompt.getPrompt().with(id, old -> old.withName(plain)));
        }
    }

    void toggleKind() {
        if (block.get().role().isMessage() && !hasVariables()) {
            prompt.edit(prompt.getPrompt().with(id,
                    old -> old.withKind(old.effectiveKind() == Kind.STATIC ? Kind.DYNAMIC : Kind.STATIC)));
        }
    }

    /// The text without the line break at its end, which every block but the last has and the card does not edit.
    static Text shownText(Block block) {
        return block.content().sub(0, shownLength(block));
    }

    static int shownLength(Block block) {
        int length = block.content().length();
        return block.content().endsWith("\n") ? length - 1 : length;
    }

    /// What is shown in place of the JSON of tools and schemas: the names of the functions.
    String summary() {
        return block.get().role() == Role.TOOLS ? FewWords.list(ToolNames.of(block.get().text())) : "";
    }

    /// What is shown beside the role: the block's name, or how many functions there are.
    String title() {
        if (block.get().role() != Role.TOOLS) {
            return block.get().name();
        }
        List<String> names = ToolNames.of(block.get().text());
        return Texts.format("block-card.functions", names.size());
    }

    /// A variable makes a block dynamic whatever its author says.
    private boolean hasVariables() {
        return block.get().role().isMessage() && block.get().template().isDynamic();
    }

    private String kindWords() {
        if (hasVariables()) {
            return Texts.get("block-card.kind-by-variables");
        }
        String word = Texts.get("block-card.kind." + block.get().effectiveKind().word());
        return block.get().role().isMessage()
                ? Texts.format("block-card.kind-toggle", word)
                : Texts.get("block-card.kind-always-static");
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

    public String id() {
        return id;
    }

    public ReadOnlyObjectProperty<Block> blockProperty() {
        return block.getReadOnlyProperty();
    }

    public Block getBlock() {
        return block.get();
    }

    /// The block's tokens, the running total, and what they mean.
    public TokenFigures getFigures() {
        return figures;
    }

    /// Why the block cannot be rendered; empty where it can.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }
}
