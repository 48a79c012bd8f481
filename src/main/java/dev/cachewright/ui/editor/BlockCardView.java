package dev.cachewright.ui.editor;

import dev.cachewright.analysis.Reach;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.text.PromptArea;
import dev.cachewright.words.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A block as a card: a coloured header and its text, folded, with its first rows, or whole.
public final class BlockCardView {

    private static final PseudoClass DYNAMIC = PseudoClass.getPseudoClass("dynamic");
    private static final PseudoClass OUT_OF_REACH = PseudoClass.getPseudoClass("out-of-reach");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final BlockCardViewModel model;
    private final EditorViewModel editor;
    private final BlockHeaderView header;
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean showsJson;

    @FXML
    private VBox root;
    @FXML
    private Node body;
    @FXML
    private Label summary;
    @FXML
    private Hyperlink reveal;
    @FXML
    private PromptArea area;

    BlockCardView(BlockCardViewModel model, EditorViewModel editor) {
        this.model = model;
        this.editor = editor;
        this.header = new BlockHeaderView(new BlockHeaderViewModel(model), editor);
    }

    @FXML
    private void initialize() {
        root.getChildren().addFirst(Views.load(header).root());
        new CardText(area, model, editor).connect(subscriptions);
        area.rowsProperty().bind(editor.folds().rowsProperty());
        subscriptions.add(model.blockProperty().subscribe(this::show));
        subscriptions.add(model.reachProperty().subscribe(() -> showKind(model.getBlock())));
        subscriptions.add(model.boundaryProperty().subscribe(offset -> area.markBoundary(offset.intValue())));
        subscriptions.add(model.marksProperty().subscribe(area::setMarks));
        subscriptions.add(model.foldProperty().subscribe(this::showFold));
        subscriptions.add(area.expandedProperty().subscribe((was, isOpen) -> model.foldProperty()
                .set(isOpen ? Fold.OPEN : Fold.SHORT)));
        subscriptions.add(model.getFigures().tokensProperty().subscribe(tokens -> area.moreTextProperty()
                .set(tokens.isEmpty() ? Texts.get("prompt-area.show-all")
                        : Texts.format("block-card.show-all", tokens))));
        subscriptions.add(editor.focusedProperty().subscribe(id -> root.pseudoClassStateChanged(CURRENT,
                id.filter(model.id()::equals).isPresent())));
    }

    private void show(Block block) {
        summary.setText(model.summary());
        showKind(block);
    }

    private void showKind(Block block) {
        Optional<Reach.OfBlock> reach = model.reachProperty().get();
        root.pseudoClassStateChanged(DYNAMIC, isDynamic(block, reach));
        root.pseudoClassStateChanged(OUT_OF_REACH, reach.filter(known -> known.state().isOutOfReach()).isPresent());
    }

    /// Whether a block is shown as one that may differ from call to call.
    static boolean isDynamic(Block block, Optional<Reach.OfBlock> reach) {
        return reach.map(known -> known.state() == Reach.State.DYNAMIC)
                .orElseGet(() -> block.effectiveKind() == Kind.DYNAMIC);
    }

    private void showFold(Fold now) {
        boolean isMessage = model.getBlock().role().isMessage();
        boolean isFolded = now == Fold.FOLDED;
        Views.setShown(area, (isMessage || showsJson) && !isFolded);
        Views.setShown(summary, !showsJson);
        Views.setShown(body, !isMessage && !isFolded);
        reveal.setText(Texts.get(showsJson ? "block-card.hide-json" : "block-card.show-json"));
        if (!isFolded) {
            area.setExpanded(now == Fold.OPEN);
        }
    }

    @FXML
    private void revealJson() {
        showsJson = !showsJson;
        showFold(model.getFold());
    }

    void close() {
        header.close();
        subscriptions.close();
    }

    /// Opens the text where only its summary or its header is shown.
    void showText() {
        if (model.getFold() == Fold.FOLDED) {
            model.foldProperty().set(Fold.SHORT);
        }
        if (!area.isVisible()) {
            revealJson();
        }
    }

    void takeFocus() {
        (area.isVisible() ? area : body.isVisible() ? reveal : header.fold()).requestFocus();
    }

    PromptArea area() {
        return area;
    }

    Node grip() {
        return header.grip();
    }

    public BlockCardViewModel getModel() {
        return model;
    }
}
