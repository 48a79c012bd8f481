package dev.cachewright.ui.command;

import dev.cachewright.words.Texts;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/// The commands as menus and as keys.
public final class CommandMenus {

    private CommandMenus() {
    }

    /// A submenu for each group. Keys are shown; they work through [#install(Scene, Commands)].
    public static void fill(MenuButton button, Commands commands) {
        for (Command.Group group : Command.Group.values()) {
            var menu = new Menu(Texts.get("menu." + group.name().toLowerCase(Locale.ROOT)));
            commands.all().stream().filter(command -> command.group() == group).forEach(command -> {
                var item = new MenuItem(command.title());
                item.setMnemonicParsing(false);
                item.setOnAction(event -> command.run());
                item.disableProperty().bind(command.enabled().not());
                if (!command.keys().isEmpty()) {
                    item.setAccelerator(KeyCombination.valueOf(command.keys()));
                }
                menu.getItems().add(item);
            });
            button.getItems().add(menu);
        }
    }

    /// Makes the keys of all commands work in the scene.
    public static void install(Scene scene, Commands commands) {
        commands.all().forEach(command -> command.allKeys().forEach(
                keys -> scene.getAccelerators().put(KeyCombination.valueOf(keys), command::run)));
    }
}
