package dev.cachewright.ui.editor;

import dev.cachewright.words.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What comes after the last block: adding another, and the tokens that no block has.
final class EditorFoot extends HBox {

    EditorFoot(EditorViewModel model) {
        getStyleClass().add("editor-foot");
        var add = new MenuButton(Texts.get("editor.add"));
        add.setMinWidth(USE_PREF_SIZE);
        add.getItems().setAll(RoleItems.of(EditorViewModel.ROLES_TO_ADD, model::addBlock));
        var space = new Region();
        setHgrow(space, Priority.ALWAYS);
        var reply = new Label();
        reply.getStyleClass().addAll("text-quiet", "text-tiny");
        reply.setWrapText(true);
        reply.textProperty().bind(model.marks().replyProperty());
        getChildren().setAll(add, space, reply);
    }
}
