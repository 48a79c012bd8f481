package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.ui.editor.marks.Breakpoints;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.text.Mark;
import dev.cachewright.ui.kit.text.TextRange;
import dev.cachewright.ui.workspace.AdviceModel;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.PromptModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The blocks of the prompt in their order, and where its cacheable prefix ends.
public final class EditorViewModel {

    /// The blocks that can be added, in the order of the menu.
    public static final List<Role> ROLES_TO_ADD = List.of(Role.SYSTEM, Role.DEVELOPER, Role.USER, Role.ASSISTANT,
            Role.TOOLS, Role.SCHEMA);

    private final PromptModel prompt;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Breakpoints breakpoints;
    private final ObservableList<BlockCardViewModel> cards = FXCollections.observableArrayList();
    private final EditorMarks marks;
    private final Folds folds = new Folds(cards);
    private final ObjectProperty<Optional<String>> focused = new SimpleObjectProperty<>(Optional.empty());
    private Consumer<String> onGoTo = id -> {
    };
    private ObjIntConsumer<String> onGoToPlace = (id, offset) -> {
    };
    private Consumer<String> onShow = id -> {};
    private final IntegerProperty caret = new SimpleIntegerProperty();
    private final ObjectProperty<TextRange> selection = new SimpleObjectProperty<>(new TextRange(0, 0));
    private final BlockEditing edits;

    public EditorViewModel(PromptModel prompt, AnalysisModel analysis) {
        this.prompt = prompt;
        this.breakpoints = new Breakpoints(prompt, analysis, subscriptions);
        this.edits = new BlockEditing(this, prompt);
        this.marks = new EditorMarks(analysis, subscriptions);
        subscriptions.add(prompt.promptProperty().subscribe(this::showBlocks));
        subscriptions.add(analysis.problemProperty().subscribe(problem -> cards
                .forEach(card -> card.showProblem(problem.filter(e -> e.blockId().equals(card.id()))))));
    }

    /// Shows advice at the blocks from now on.
    public void advise(AdviceModel advice) {
        marks.advise(advice, subscriptions);
    }

    private void showBlocks(Prompt next) {
        Map<String, BlockCardViewModel> known = cards.stream()
                .collect(Collectors.toMap(BlockCardViewModel::id, Function.identity()));
        var shown = new ArrayList<BlockCardViewModel>();
        for (Block block : next.blocks()) {
            BlockCardViewModel card = known.get(block.id());
            if (card == null) {
                shown.add(new BlockCardViewModel(prompt, block));
            } else {
                card.update(block);
                shown.add(card);
            }
        }
        if (!shown.equals(cards)) {
            cards.setAll(shown);
        }
        if (focused.get().filter(id -> next.block(id).isEmpty()).isPresent()) {
            focused.set(Optional.empty());
        }
    }

    /// Runs an edit on the block that has the focus.
    public void onFocused(BlockAction action) {
        focused.get().ifPresent(id -> act(id, action));
    }

    /// Runs an edit on a block, which comes into sight; a split is made at the caret.
    void act(String id, BlockAction action) {
        edits.act(id, action);
    }

    /// What the edits of blocks are made with.
    BlockEditing edits() {
        return edits;
    }

    public void goTo(String id) {
        focused.set(Optional.of(id));
        onGoTo.accept(id);
    }

    /// Puts the caret at a place of a block.
    public void goTo(String id, int offset) {
        focused.set(Optional.of(id));
        onGoToPlace.accept(id, offset);
    }

    /// Sets what puts the caret at a place.
    void setOnGoToPlace(ObjIntConsumer<String> listener) {
        onGoToPlace = listener;
    }

    /// Brings a block into sight; the focus stays where it is.
    void show(String id) {
        onShow.accept(id);
    }

    /// Sets what brings a block into sight.
    void setOnShow(Consumer<String> listener) {
        onShow = listener;
    }

    /// Sets what brings a block that was added, moved or left over into view and focuses it.
    void setOnGoTo(Consumer<String> listener) {
        onGoTo = listener;
    }

    /// Adds a block of this role; a tools or schema block only where there is none.
    public void addBlock(Role role) {
        edits.addBlock(role);
    }

    Breakpoints breakpoints() {
        return breakpoints;
    }

    Optional<BlockCardViewModel> card(String id) {
        return cards.stream().filter(candidate -> candidate.id().equals(id)).findFirst();
    }

    ObservableList<BlockCardViewModel> cards() {
        return cards;
    }

    /// Marks what was searched for, by block.
    void showFound(Map<String, List<Mark>> found) {
        cards.forEach(card -> card.showFound(found.getOrDefault(card.id(), List.of())));
    }

    /// Blocks in the order of the prompt.
    List<Block> blocks() {
        return prompt.getPrompt().blocks();
    }

    EditorMarks marks() {
        return marks;
    }

    /// How much of each block is shown.
    public Folds folds() {
        return folds;
    }

    /// Grows with each document that is opened, once its blocks are there.
    ReadOnlyIntegerProperty openingsProperty() {
        return prompt.openingsProperty();
    }

    /// The block whose text has the focus, or had it last.
    public ObjectProperty<Optional<String>> focusedProperty() {
        return focused;
    }

    /// Where the caret is in the focused block.
    IntegerProperty caretProperty() {
        return caret;
    }

    /// What is selected in the focused block, by offsets in its text.
    ObjectProperty<TextRange> selectionProperty() {
        return selection;
    }

    /// Whether a breakpoint may be set or removed: the model supports them, or is not known.
    public ObservableValue<Boolean> breakpointsTakenProperty() {
        return breakpoints.takenProperty();
    }

    /// Whether some text is selected.
    public ObservableValue<Boolean> selectedProperty() {
        return selection.map(range -> range.start() < range.end());
    }
}
