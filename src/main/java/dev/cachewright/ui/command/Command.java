package dev.cachewright.ui.command;

import dev.cachewright.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.input.KeyCombination;

/// Something a user can do: in the menu, in the command list, by key.
///
/// @param id names its text (`command.<id>`)
/// @param keys as [KeyCombination#valueOf(String)] reads them; empty for none
/// @param enabled whether it can be done now
public record Command(String id, Group group, String keys, Runnable action, BooleanExpression enabled) {

    /// A menu.
    public enum Group {
        FILE, EDIT, BLOCK, RUN, VIEW, HELP
    }

    public static Command of(Group group, String id, String keys, Runnable action) {
        return new Command(id, group, keys, action, Bindings.createBooleanBinding(() -> true));
    }

    public Command enabledWhen(BooleanExpression condition) {
        return new Command(id, group, keys, action, condition);
    }

    String title() {
        return Texts.get("command." + id);
    }

    /// The keys as people read them; empty for none.
    String keyNames() {
        return keys.isEmpty() ? "" : KeyCombination.valueOf(keys).getDisplayText().replace("Back Space", "Backspace");
    }

    void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
