package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.BlockEdits;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.AnalysisModel;
import dev.cachewright.ui.workspace.PromptModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
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
    private final IntegerProperty caret = new SimpleIntegerProperty();

    public EditorViewModel(PromptModel prompt, AnalysisModel analysis) {
        this.prompt = prompt;
        this.breakpoints = new Breakpoints(prompt, analysis, subscriptions);
        this.marks = new EditorMarks(analysis, subscriptions);
        subscriptions.add(prompt.promptProperty().subscribe(this::showBlocks));
        subscriptions.add(analysis.problemProperty().subscribe(this::showProblem));
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

    private void showProblem(Optional<InputException> problem) {
        cards.forEach(card -> card.showProblem(problem.filter(e -> e.blockId().equals(card.id()))));
    }

    /// A new block of the same role below the focused one, or at the end.
    void add(Role role) {
        Prompt now = prompt.getPrompt();
        String id = now.freeId(role.word());
        // Tools and schema are sent before all messages.
        int below = role.isMessage() ? focused.get().map(now::indexOf).orElse(now.blocks().size() - 1) : -1;
        boolean joins = below >= 0 && now.blocks().get(below).role() == role && role.isInstruction();
        Block block = NewBlock.of(id, role).withJoined(joins);
        prompt.edit(BlockEdits.insert(now, below + 1, block));
        goTo(id);
    }

    /// Moves the block by so many places.
    void moveBy(String id, int places) {
        int index = prompt.getPrompt().indexOf(id);
        moveTo(id, index + places);
    }

    void moveTo(String id, int index) {
        if (index >= 0 && index < cards.size()) {
            prompt.edit(BlockEdits.move(prompt.getPrompt(), id, index));
            goTo(id);
        }
    }

    /// Moves the block into the gap with this number, from 0 above the first block.
    void moveToSlot(String id, int slot) {
        moveTo(id, slot > prompt.getPrompt().indexOf(id) ? slot - 1 : slot);
    }

    boolean canMerge(String id) {
        return BlockEdits.canMerge(prompt.getPrompt(), id);
    }

    /// Runs an edit on the block that has the focus.
    public void onFocused(BlockAction action) {
        focused.get().ifPresent(id -> act(id, action));
    }

    /// Runs an edit on a block; a split is made at the caret.
    void act(String id, BlockAction action) {
        Prompt now = prompt.getPrompt();
        switch (action) {
            case MOVE_UP -> moveBy(id, -1);
            case MOVE_DOWN -> moveBy(id, 1);
            case DUPLICATE -> change(BlockEdits.duplicate(now, id), now.indexOf(id) + 1);
            case DELETE -> change(BlockEdits.delete(now, id), now.indexOf(id));
            case MERGE -> change(BlockEdits.merge(now, id), now.indexOf(id));
            case SPLIT -> change(BlockEdits.split(now, id, caret.get()), now.indexOf(id) + 1);
            case TOGGLE_BREAKPOINT -> breakpoints.toggle(id);
            case TOGGLE_KIND -> card(id).ifPresent(BlockCardViewModel::toggleKind);
        }
    }

    /// Applies the edit and goes to the block at `index`, or to the last one.
    private void change(Prompt next, int index) {
        if (next != prompt.getPrompt()) {
            prompt.edit(next);
            if (!next.blocks().isEmpty()) {
                goTo(next.blocks().get(Math.min(index, next.blocks().size() - 1)).id());
            }
        }
    }

    private void goTo(String id) {
        focused.set(Optional.of(id));
        onGoTo.accept(id);
    }

    /// Sets what brings a block that was added, moved or left over into view and focuses it.
    void setOnGoTo(Consumer<String> listener) {
        onGoTo = listener;
    }

    /// Adds a block of this role; a tools or schema block only where there is none.
    public void addBlock(Role role) {
        boolean isThere = prompt.getPrompt().blocks().stream().anyMatch(block -> block.role() == role);
        if (role.isMessage() || !isThere) {
            add(role);
        }
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

    /// Cards in the order of the prompt.
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
}
