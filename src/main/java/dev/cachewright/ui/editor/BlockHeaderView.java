package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Role;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.KindPill;
import dev.cachewright.ui.kit.NameField;
import dev.cachewright.words.Texts;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

    private final ReadOnlyObjectWrapper<BlockHeaderViewModel> model;
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
    private KindPill pill;
    @FXML
    private Label preview;
    @FXML
    private MenuButton more;
    @FXML
    private MenuItem mergeItem;

    BlockHeaderView(BlockHeaderViewModel model, EditorViewModel editor) {
        this.model = new ReadOnlyObjectWrapper<>(model);
        this.editor = editor;
    }

    @FXML
    private void initialize() {
        role.getItems().setAll(RoleItems.of(Stream.of(Role.values()).filter(Role::isMessage).toList(),
                choice -> model.get().changeRole(choice)));
        more.showingProperty().subscribe(() -> mergeItem.setDisable(!editor.edits().canMerge(card().id())));
        name.setOnRename(this::rename);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> editor.focusedProperty().set(Optional.of(card().id())));
        root.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        connect();
    }

    /// Shows the header of another block.
    void show(BlockHeaderViewModel next) {
        subscriptions.close();
        model.set(next);
        connect();
    }

    private void connect() {
        name.setEditable(card().getBlock().role().isMessage());
        subscriptions.add(card().blockProperty().subscribe(this::show));
        subscriptions.add(card().reachProperty().subscribe(() -> show(card().getBlock())));
        subscriptions.add(card().foldProperty().subscribe(this::showFold));
    }

    private BlockCardViewModel card() {
        return model.get().card();
    }

    private void show(Block block) {
        role.setText(Texts.get("block-card.role." + block.role().word()));
        role.setDisable(!block.role().isMessage());
        name.show(model.get().title());
        preview.setText(model.get().preview());
        pill.setKind(KindLook.pill(block, card().reachProperty().get()));
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
        editor.folds().toggle(card());
    }

    private void rename(String typed) {
        model.get().rename(typed);
        name.setText(model.get().title());
    }

    @FXML
    private void toggleKind() {
        card().toggleKind();
    }

    /// The menu items name their action.
    @FXML
    private void act(ActionEvent event) {
        editor.act(card().id(), BlockAction.valueOf((String) ((MenuItem) event.getSource()).getUserData()));
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

    public ReadOnlyObjectProperty<BlockHeaderViewModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    public BlockHeaderViewModel getModel() {
        return model.get();
    }
}
