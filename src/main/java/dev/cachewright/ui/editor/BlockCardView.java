package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.text.PromptArea;
import dev.cachewright.words.Texts;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A block as a card: a coloured header and its text, folded, with its first rows, or whole.
public final class BlockCardView {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ReadOnlyObjectWrapper<BlockCardViewModel> model;
    private final EditorViewModel editor;
    private final BlockHeaderView header;
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean showsJson;
    private CardText text;

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
        this.model = new ReadOnlyObjectWrapper<>(model);
        this.editor = editor;
        this.header = new BlockHeaderView(new BlockHeaderViewModel(model), editor);
    }

    @FXML
    private void initialize() {
        root.getChildren().addFirst(Views.load(header).root());
        area.rowsProperty().bind(editor.folds().rowsProperty());
        connect();
    }

    /// Shows another block: a card is made once, and used for many.
    void show(BlockCardViewModel next) {
        subscriptions.close();
        showsJson = false;
        model.set(next);
        header.show(new BlockHeaderViewModel(next));
        connect();
    }

    private void connect() {
        BlockCardViewModel shown = model.get();
        text = new CardText(area, shown, editor);
        text.connect(subscriptions);
        subscriptions.add(shown.blockProperty().subscribe(this::show));
        subscriptions.add(shown.reachProperty().subscribe(() -> showKind(shown.getBlock())));
        subscriptions.add(shown.foldProperty().subscribe(this::showFold));
        subscriptions.add(editor.focusedProperty().subscribe(id -> root.pseudoClassStateChanged(CURRENT,
                id.filter(shown.id()::equals).isPresent())));
    }

    private void show(Block block) {
        summary.setText(model.get().summary());
        showKind(block);
    }

    private void showKind(Block block) {
        KindLook.show(root, block, model.get().reachProperty().get());
    }

    private void showFold(Fold now) {
        boolean isMessage = model.get().getBlock().role().isMessage();
        boolean isFolded = now == Fold.FOLDED;
        if (!isFolded && (isMessage || showsJson)) {
            text.fill(subscriptions);
        }
        if (isFolded && area.isTextFocused()) {
            // Else the focus would go on to what comes next.
            header.fold().requestFocus();
        }
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
        showFold(model.get().getFold());
    }

    @FXML
    private void applyAdvice() {
        model.get().getAdvice().apply();
    }

    void close() {
        header.close();
        subscriptions.close();
    }

    /// Opens the text where only its summary or its header is shown.
    void showText() {
        if (model.get().getFold() == Fold.FOLDED) {
            model.get().foldProperty().set(Fold.SHORT);
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

    public ReadOnlyObjectProperty<BlockCardViewModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    public BlockCardViewModel getModel() {
        return model.get();
    }
}
