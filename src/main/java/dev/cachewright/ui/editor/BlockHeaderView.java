package dev.cachewright.ui.editor;

import dev.cachewright.analysis.Reach;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Role;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.KindPill;
import dev.cachewright.ui.kit.NameField;
import dev.cachewright.words.Texts;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The header of a card. A click beside its controls folds the card, or unfolds it.
public final class BlockHeaderView {

    private final BlockHeaderViewModel model;
    private final EditorViewModel editor;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private HBox root;
    @FXML
    private Node grip;
    @FXML
    private Button fold;
    @FXML
    private FontIcon foldIcon;
    @FXML
    private MenuButton role;
    @FXML
    private NameField name;
    @FXML
    private Label count;
    @FXML
    private KindPill pill;
    @FXML
    private Label preview;
    @FXML
    private MenuButton more;
    @FXML
    private MenuItem mergeItem;

    BlockHeaderView(BlockHeaderViewModel model, EditorViewModel editor) {
        this.model = model;
        this.editor = editor;
    }

    @FXML
    private void initialize() {
        boolean isMessage = model.card().getBlock().role().isMessage();
        for (Role choice : Role.values()) {
            if (choice.isMessage()) {
                var item = new MenuItem(Texts.get("block-card.role." + choice.word()));
                item.setOnAction(event -> model.changeRole(choice));
                role.getItems().add(item);
            }
        }
        Views.setShown(name, isMessage);
        Views.setShown(count, !isMessage);
        subscriptions.add(model.card().blockProperty().subscribe(this::show));
        subscriptions.add(model.card().reachProperty().subscribe(() -> showKind(model.card().getBlock())));
        subscriptions.add(model.card().foldProperty().subscribe(this::showFold));
        subscriptions.add(more.showingProperty()
                .subscribe(() -> mergeItem.setDisable(!editor.edits().canMerge(model.card().id()))));
        name.setOnRename(this::rename);
        root.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    private void show(Block block) {
        role.setText(Texts.get("block-card.role." + block.role().word()));
        role.setDisable(!block.role().isMessage());
        name.show(model.title());
        count.setText(model.title());
        preview.setText(model.preview());
        showKind(block);
    }

    private void showKind(Block block) {
        Optional<Reach.OfBlock> reach = model.card().reachProperty().get();
        boolean isOut = reach.filter(known -> known.state().isOutOfReach()).isPresent();
        pill.setKind(BlockCardView.isDynamic(block, reach) ? KindPill.Kind.DYNAMIC
                : isOut ? KindPill.Kind.OUT_OF_REACH : KindPill.Kind.STATIC);
    }

    private void showFold(Fold now) {
        boolean isFolded = now == Fold.FOLDED;
        foldIcon.setIconLiteral(isFolded ? "fth-chevron-right" : "fth-chevron-down");
        fold.setAccessibleText(Texts.get(isFolded ? "block-header.unfold" : "block-header.fold"));
        preview.setVisible(isFolded);
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()
                && (event.getTarget() == root || event.getTarget() == preview)) {
            toggleFold();
        }
    }

    @FXML
    private void toggleFold() {
        editor.folds().toggle(model.card());
        editor.focusedProperty().set(Optional.of(model.card().id()));
    }

    private void rename(String typed) {
        model.rename(typed);
        name.setText(model.title());
    }

    @FXML
    private void toggleKind() {
        model.card().toggleKind();
    }

    /// The menu items name their action.
    @FXML
    private void act(ActionEvent event) {
        editor.act(model.card().id(), BlockAction.valueOf((String) ((MenuItem) event.getSource()).getUserData()));
    }

    void close() {
        subscriptions.close();
    }

    Node grip() {
        return grip;
    }

    /// What takes the focus where the card shows no text.
    Node fold() {
        return fold;
    }

    public BlockHeaderViewModel getModel() {
        return model;
    }
}
