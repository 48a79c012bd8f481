package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.ui.kit.KindPill;
import dev.cachewright.ui.kit.NameField;
import dev.cachewright.ui.kit.text.PromptArea;
import dev.cachewright.words.Texts;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/// A block as a card: a coloured header and its text.
public final class BlockCardView {

    private static final PseudoClass DYNAMIC = PseudoClass.getPseudoClass("dynamic");

    private final BlockCardViewModel model;
    private final EditorViewModel editor;
    private final Subscriptions subscriptions = new Subscriptions();

    @FXML
    private VBox root;
    @FXML
    private Node grip;
    @FXML
    private MenuButton role;
    @FXML
    private NameField name;
    @FXML
    private Label count;
    @FXML
    private KindPill pill;
    @FXML
    private MenuButton more;
    @FXML
    private MenuItem mergeItem;
    @FXML
    private Label summary;
    @FXML
    private Hyperlink reveal;
    @FXML
    private PromptArea area;

    BlockCardView(BlockCardViewModel model, EditorViewModel editor) {
        this.model = model;
        this.editor = editor;
    }

    @FXML
    private void initialize() {
        boolean isMessage = model.getBlock().role().isMessage();
        for (Role choice : Role.values()) {
            if (choice.isMessage()) {
                var item = new MenuItem(Texts.get("block-card.role." + choice.word()));
                item.setOnAction(event -> model.changeRole(choice));
                role.getItems().add(item);
            }
        }
        Views.setShown(name, isMessage);
        Views.setShown(area, isMessage);
        Views.setShown(summary, !isMessage);
        Views.setShown(reveal, !isMessage);
        Views.setShown(count, !isMessage);
        subscriptions.add(model.blockProperty().subscribe(this::show));
        new CardText(area, model, editor).connect(subscriptions);
        name.setOnRename(this::rename);
        subscriptions.add(more.showingProperty().subscribe(() -> mergeItem.setDisable(!editor.canMerge(model.id()))));
    }

    private void show(Block block) {
        Kind shown = block.effectiveKind();
        root.pseudoClassStateChanged(DYNAMIC, shown == Kind.DYNAMIC);
        pill.setKind(shown == Kind.DYNAMIC ? KindPill.Kind.DYNAMIC : KindPill.Kind.STATIC);
        pill.setText(Texts.get("block-card.kind." + shown.word()));
        role.setText(Texts.get("block-card.role." + block.role().word()));
        role.setDisable(!block.role().isMessage());
        name.show(model.title());
        count.setText(model.title());
        summary.setText(model.summary());
    }

    private void rename(String typed) {
        model.rename(typed);
        name.setText(model.title());
    }

    @FXML
    private void toggleKind() {
        model.toggleKind();
    }

    /// The menu items name their action.
    @FXML
    private void act(ActionEvent event) {
        editor.act(model.id(), BlockAction.valueOf((String) ((MenuItem) event.getSource()).getUserData()));
    }

    @FXML
    private void revealJson() {
        Views.setShown(area, !area.isVisible());
        Views.setShown(summary, !area.isVisible());
        reveal.setText(Texts.get(area.isVisible() ? "block-card.hide-json" : "block-card.show-json"));
    }

    void close() {
        subscriptions.close();
    }

    /// Opens the text where only its summary is shown.
    void showText() {
        if (!area.isVisible()) {
            revealJson();
        }
    }

    void takeFocus() {
        (area.isVisible() ? area : reveal).requestFocus();
    }

    PromptArea area() {
        return area;
    }

    Node grip() {
        return grip;
    }

    public BlockCardViewModel getModel() {
        return model;
    }
}
