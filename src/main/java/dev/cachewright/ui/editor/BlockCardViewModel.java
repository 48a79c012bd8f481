package dev.cachewright.ui.editor;

import dev.cachewright.analysis.Reach;
import dev.cachewright.format.body.ToolNames;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.ui.editor.marks.BlockJson;
import dev.cachewright.ui.editor.marks.CardAdvice;
import dev.cachewright.ui.editor.marks.TokenFigures;
import dev.cachewright.ui.kit.text.Mark;
import dev.cachewright.ui.kit.text.TextChange;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// One block: what its card shows, and the edits that begin at it.
public final class BlockCardViewModel {

    private final PromptModel prompt;
    private final String id;
    private final ReadOnlyObjectWrapper<Block> block;
    private final TokenFigures figures = new TokenFigures();
    private final CardAdvice advice = new CardAdvice();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final TypingRun typing = new TypingRun();
    private final ObjectProperty<Fold> fold = new SimpleObjectProperty<>(Fold.SHORT);
    private final ReadOnlyObjectWrapper<Optional<Reach.OfBlock>> reach = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<List<Mark>> marks = new ReadOnlyObjectWrapper<>(List.of());
    private List<Mark> differences = List.of();
    private List<Mark> found = List.of();
    private final ReadOnlyIntegerWrapper boundary = new ReadOnlyIntegerWrapper(-1);

    BlockCardViewModel(PromptModel prompt, Block block) {
        this.prompt = prompt;
        this.id = block.id();
        this.block = new ReadOnlyObjectWrapper<>(block);
        checkJson();
    }

    void update(Block next) {
        boolean isEdited = !next.content().equals(block.get().content());
        block.set(next);
        if (isEdited) {
            checkJson();
        }
    }

    void showProblem(Optional<InputException> failure) {
        problem.set(failure.or(() -> BlockJson.problem(block.get())).map(e -> e.line() == 0
                ? e.getMessage()
                : Texts.format("block-card.problem", e.line(), e.column(), e.getMessage())).orElse(""));
    }

    /// Only the analysis judges messages, and its result stays until it has another.
    private void checkJson() {
        if (!block.get().role().isMessage()) {
            showProblem(Optional.empty());
        }
    }

    /// Applies an edit of the shown text to the prompt.
    void typed(TextChange change) {
        Text next = block.get().content().replace(change.position(), change.removed().length(), change.inserted());
        String key = "type " + id + " " + typing.of(change);
        prompt.edit(prompt.getPrompt().with(id, old -> old.withContent(next)), key);
    }

    /// Changes the block, as one edit.
    void change(UnaryOperator<Block> edit) {
        prompt.edit(prompt.getPrompt().with(id, edit));
    }

    void toggleKind() {
        if (block.get().role().isMessage() && !hasVariables()) {
            change(old -> old.withKind(old.effectiveKind() == Kind.STATIC ? Kind.DYNAMIC : Kind.STATIC));
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

    /// A variable makes a block dynamic whatever its author says.
    boolean hasVariables() {
        return block.get().role().isMessage() && block.get().template().isDynamic();
    }

    /// What can be reused of the block, and where in its text the prefix ends.
    void showReach(Optional<Reach.OfBlock> known, int prefixEnd) {
        reach.set(known);
        boundary.set(prefixEnd);
    }

    public String id() {
        return id;
    }

    /// Marks where the text differs from that of a second request.
    void showDifferences(List<Mark> places) {
        differences = places;
        mark();
    }

    /// Marks what was searched for.
    void showFound(List<Mark> places) {
        found = places;
        mark();
    }

    private void mark() {
        marks.set(Stream.concat(differences.stream(), found.stream()).toList());
    }

    /// What is marked in the text.
    ReadOnlyObjectProperty<List<Mark>> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /// How much of the block is shown.
    ObjectProperty<Fold> foldProperty() {
        return fold;
    }

    Fold getFold() {
        return fold.get();
    }

    ReadOnlyObjectProperty<Optional<Reach.OfBlock>> reachProperty() {
        return reach.getReadOnlyProperty();
    }

    /// The offset before which the prefix ends in the text; negative where it ends elsewhere.
    ReadOnlyIntegerProperty boundaryProperty() {
        return boundary.getReadOnlyProperty();
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

    /// What would bring something at this block.
    public CardAdvice getAdvice() {
        return advice;
    }

    /// Why the block cannot be rendered; empty where it can.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }
}
