package dev.cachewright.ui.editor;

import dev.cachewright.ui.editor.find.FindBarView;
import dev.cachewright.ui.editor.find.FindBarViewModel;
import dev.cachewright.ui.editor.marks.PrefixMarks;
import dev.cachewright.ui.editor.marks.TokenSight;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.rail.PrefixRail;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The blocks of the prompt with the rail beside them.
public final class EditorView {

    private final EditorViewModel model;
    private final TokenSight tokens;
    private final CardHeights heights;
    private final CardStock stock;
    private final FindBarView findBar;
    private final Subscriptions subscriptions = new Subscriptions();
    private CardColumn column;
    private CardSight sight;
    private boolean isLooking;

    @FXML
    private BorderPane root;
    @FXML
    private PrefixRail rail;
    @FXML
    private StackPane cards;

    public EditorView(EditorViewModel model, TokenSight tokens) {
        this.model = model;
        this.tokens = tokens;
        this.heights = new CardHeights(model.folds().rowsProperty());
        this.stock = new CardStock(model, tokens);
        this.findBar = new FindBarView(new FindBarViewModel(model::blocks, model::showFound), hit -> sight.reveal(hit),
                () -> sight.leaveFind());
    }

    @FXML
    private void initialize() {
        var bar = new Region();
        bar.getStyleClass().add("editor-drop-bar");
        bar.setManaged(false);
        var overlay = new Pane(bar);
        overlay.setMouseTransparent(true);
        column = new CardColumn(stock, heights, new EditorFoot(model), new CardFit(model, heights, root)::fit);
        cards.getChildren().setAll(column, overlay);
        sight = new CardSight(column, root);
        var drag = new CardDrag(model, column, bar);
        stock.setOnMade(drag::install, card -> {
            card.subscriptions().add(card.view().area().revisionProperty().subscribe(now -> lookSoon()));
            card.subscriptions().add(card.view().getModel().foldProperty().subscribe(fold -> column.requestLayout()));
        });
        subscriptions.add(model.cards().subscribe(this::showCards));
        subscriptions.add(model.openingsProperty().subscribe(now -> column.requestLayout()));
        subscriptions.add(column.revisionProperty().subscribe(now -> lookSoon()));
        subscriptions.add(model.marks().marksProperty().subscribe(this::showMarks));
        subscriptions.add(model.breakpoints().marksProperty().subscribe(now -> showMarks(
                model.marks().marksProperty().get())));
        subscriptions.add(model.caretProperty().subscribe(now -> sight.followCaret(model.focusedProperty().get())));
        subscriptions.add(root.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::followFocus));
        rail.setWords(model.marks()::railWords);
        rail.setOnGo(id -> sight.show(id));
        model.setOnGoTo(sight::goTo);
        model.setOnGoToPlace(sight::goToPlace);
        model.setOnShow(column::bring);
        model.breakpoints().setOnRefused(id -> column.bring(id).ifPresent(card -> card.gap().requestFocus()));
        showCards();
    }

    private void showCards() {
        heights.keepOnly(model.cards());
        column.show(model.cards());
    }

    private void showMarks(Optional<PrefixMarks> marks) {
        rail.setVisible(marks.isPresent() && !model.cards().isEmpty());
        marks.ifPresent(now -> rail.show(now.segments(), model.breakpoints().withTicks(now.ticks()), now.zone()));
        lookSoon();
    }

    /// What is in sight follows the cards once these have their places, in the same frame.
    private void lookSoon() {
        if (!isLooking && root.getScene() != null) {
            isLooking = true;
            UiThread.afterLayout(root.getScene(), () -> {
                isLooking = false;
                look();
            });
        }
    }

    private void look() {
        tokens.look(column.textInSight());
        CardColumn.Edge top = column.edge(0);
        CardColumn.Edge bottom = column.edge(column.getHeight());
        model.marks().marksProperty().get().ifPresent(marks -> rail.setSight(marks.tokensAt(top.blockId(), top.part()),
                marks.tokensAt(bottom.blockId(), bottom.part())));
    }

    /// What the focus came to by key is brought into sight.
    private void followFocus(Node owner) {
        if (owner != null && column.isAncestorOf(owner)) {
            sight.followFocus(owner);
        }
    }

    /// Opens the find bar, which is made when it is first asked for; not before the blocks are there.
    public void find() {
        if (root != null) {
            if (root.getTop() == null) {
                root.setTop(Views.load(findBar).root());
            }
            findBar.open();
        }
    }

    /// Shows the borders of tokens in the text, or hides them.
    public void toggleTokens() {
        tokens.toggle();
    }

    public EditorViewModel getModel() {
        return model;
    }
}
