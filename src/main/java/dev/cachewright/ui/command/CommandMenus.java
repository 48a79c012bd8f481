package dev.cachewright.ui.command;

import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/// The commands as menus and as keys.
public final class CommandMenus {

    private static final Map<String, List<String>> OTHER_KEYS = Map.of(
            "zoom-in", List.of("Shortcut+PLUS", "Shortcut+Shift+PLUS", "Shortcut+Shift+EQUALS", "Shortcut+ADD"),
            "zoom-out", List.of("Shortcut+SUBTRACT", "Shortcut+Shift+MINUS"),
            "zoom-reset", List.of("Shortcut+NUMPAD0"));

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
        commands.all().stream().filter(command -> !command.keys().isEmpty()).forEach(
                command -> scene.getAccelerators().put(KeyCombination.valueOf(command.keys()), command::run));
        // The same sign is on other keys, with or without Shift, as the keyboard has it.
        OTHER_KEYS.forEach((id, keys) -> keys.forEach(
                other -> scene.getAccelerators().put(KeyCombination.valueOf(other), () -> commands.run(id))));
    }
}
