package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Role;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.rail.PrefixLine;
import dev.cachewright.ui.kit.rail.PrefixRail;
import dev.cachewright.words.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The blocks of the prompt, scrolled together with the rail and the prefix line.
public final class EditorView {

    private final EditorViewModel model;
    private final TokenSight tokens;
    private final CardColumn column;
    private final FindBarView findBar;
    private final Pane overlay = new Pane();
    private final Subscriptions subscriptions = new Subscriptions();
    private PrefixPlacer placer;
    private CardDrag drag;
    private boolean isPlacing;
    private CardSight sight;

    @FXML
    private BorderPane root;
    @FXML
    private ScrollPane scroll;
    @FXML
    private HBox content;
    @FXML
    private PrefixRail rail;
    @FXML
    private StackPane cards;
    @FXML
    private PrefixLine line;
    @FXML
    private MenuButton add;

    public EditorView(EditorViewModel model, TokenSight tokens) {
        this.model = model;
        this.tokens = tokens;
        this.column = new CardColumn(model, tokens, this::cardsShown, this::placeSoon);
        this.findBar = new FindBarView(new FindBarViewModel(model), hit -> sight.reveal(hit), () -> sight.leaveFind());
    }

    @FXML
    private void initialize() {
        var bar = new Region();
        bar.getStyleClass().add("editor-drop-bar");
        overlay.setMouseTransparent(true);
        // Both are placed by hand.
        line.setManaged(false);
        bar.setManaged(false);
        cards.getChildren().remove(line);
        overlay.getChildren().setAll(line, bar);
        cards.getChildren().setAll(column, overlay);
        sight = new CardSight(column, root, scroll);
        for (Role role : EditorViewModel.ROLES_TO_ADD) {
            var item = new MenuItem(Texts.get("block-card.role." + role.word()));
            item.setOnAction(event -> model.addBlock(role));
            add.getItems().add(item);
        }
        placer = new PrefixPlacer(model, tokens, column, rail, line);
        drag = new CardDrag(model, column, bar);
        subscriptions.add(model.cards().subscribe(this::showCards));
        subscriptions.add(model.marksProperty().subscribe(this::placeSoon));
        subscriptions.add(tokens.marksProperty().subscribe(this::placeSoon));
        subscriptions.add(scroll.vvalueProperty().subscribe(this::scrolled));
        subscriptions.add(column.heightProperty().subscribe(this::placeSoon));
        subscriptions.add(column.widthProperty().subscribe(this::placeSoon));
        subscriptions.add(column.needsLayoutProperty().subscribe(this::placeSoon));
        subscriptions.add(root.sceneProperty().subscribe(this::placeSoon));
        subscriptions.add(model.breakpoints().marksProperty().subscribe(marks -> placeSoon()));
        model.setOnGoTo(sight::goTo);
        model.breakpoints().setOnRefused(id -> column.card(id).ifPresent(card -> card.gap().requestFocus()));
        showCards();
    }

    private void showCards() {
        column.show(model.cards());
    }

    private void cardsShown() {
        drag.install();
        placeSoon();
    }

    /// Other rows of a tall card come into view.
    private void scrolled() {
        column.inOrder().forEach(card -> card.view().area().refreshTokens());
        placeSoon();
    }

    /// Rail and line follow the cards once these have their places, in the same frame.
    private void placeSoon() {
        if (!isPlacing && root.getScene() != null) {
            isPlacing = true;
            UiThread.afterLayout(root.getScene(), () -> {
                isPlacing = false;
                placer.place();
            });
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
