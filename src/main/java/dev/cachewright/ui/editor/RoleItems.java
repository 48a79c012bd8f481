package dev.cachewright.ui.editor;

import dev.cachewright.prompt.Role;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;

/// Menu items for roles.
final class RoleItems {

    private RoleItems() {
    }

    static List<MenuItem> of(List<Role> roles, Consumer<Role> onChosen) {
        return roles.stream().map(role -> {
            var item = new MenuItem(Texts.get("block-card.role." + role.word()));
            item.setOnAction(event -> onChosen.accept(role));
            return item;
        }).toList();
    }
}
