package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Role;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Texts;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.PrefixLine;
import dev.cachewright.ui.kit.PrefixRail;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
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
    private final CardColumn column;
    private final FindBarView findBar;
    private final Pane overlay = new Pane();
    private final Subscriptions subscriptions = new Subscriptions();
    private PrefixPlacer placer;
    private CardDrag drag;
    private boolean isPlacing;

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

    public EditorView(EditorViewModel model) {
        this.model = model;
        this.column = new CardColumn(model, this::cardsShown);
        this.findBar = new FindBarView(new FindBarViewModel(model), this::reveal);
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
        root.setTop(Views.load(findBar).root());
        for (Role role : EditorViewModel.ROLES_TO_ADD) {
            var item = new MenuItem(Texts.get("block-card.role." + role.word()));
            item.setOnAction(event -> model.addBlock(role));
            add.getItems().add(item);
        }
        placer = new PrefixPlacer(model, column, rail, line);
        drag = new CardDrag(model, column, bar);
        subscriptions.add(model.cards().subscribe(this::showCards));
        subscriptions.add(model.marksProperty().subscribe(this::placeSoon));
        subscriptions.add(column.heightProperty().subscribe(this::placeSoon));
        subscriptions.add(column.widthProperty().subscribe(this::placeSoon));
        subscriptions.add(column.needsLayoutProperty().subscribe(this::placeSoon));
        subscriptions.add(model.focusedProperty().subscribe(this::focus));
        showCards();
    }

    private void showCards() {
        column.show(model.cards());
    }

    private void cardsShown() {
        drag.install();
        placeSoon();
    }

    /// Rail and line follow the cards once these have their places.
    private void placeSoon() {
        if (!isPlacing) {
            isPlacing = true;
            UiThread.nextFrame(() -> {
                isPlacing = false;
                placer.place();
            });
        }
    }

    /// A block that was added or moved gets the focus and comes into view.
    private void focus(Optional<String> id) {
        id.flatMap(column::card).filter(card -> !card.view().area().isTextFocused())
                .ifPresent(card -> UiThread.nextFrame(() -> {
                    card.view().area().requestFocus();
                    bringIntoView(card.root().getBoundsInParent());
                }));
    }

    private void reveal(FindBarViewModel.Hit hit) {
        column.card(hit.blockId()).ifPresent(card -> {
            card.view().area().select(hit.start(), hit.end());
            Bounds place = card.view().area().boundsOf(hit.start())
                    .map(bounds -> column.sceneToLocal(card.view().area().localToScene(bounds)))
                    .orElse(card.root().getBoundsInParent());
            bringIntoView(place);
        });
    }

    private void bringIntoView(Bounds place) {
        double view = scroll.getViewportBounds().getHeight();
        double hidden = content.getHeight() - view;
        double top = scroll.getVvalue() * hidden;
        if (hidden > 0 && (place.getMinY() < top || place.getMaxY() > top + view)) {
            scroll.setVvalue(Math.clamp((place.getMinY() - view / 3) / hidden, 0, 1));
        }
    }

    /// Opens the find bar.
    public void find() {
        findBar.open();
    }

    public EditorViewModel getModel() {
        return model;
    }
}
