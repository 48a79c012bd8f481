package dev.cachewright.ui.command;

import dev.cachewright.words.Texts;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.input.KeyCombination;

/// Something a user can do: in the menu, in the command list, by key.
///
/// @param id names its text (`command.<id>`)
/// @param keys as [KeyCombination#valueOf(String)] reads them; empty for none
/// @param otherKeys that do the same and are not shown: the same sign on other keys
/// @param enabled whether it can be done now
/// @param reason why it cannot be done, asked for where it cannot
public record Command(String id, Group group, String keys, List<String> otherKeys, Runnable action,
        BooleanExpression enabled, Supplier<String> reason) {

    public Command {
        otherKeys = List.copyOf(otherKeys);
    }

    /// A menu.
    public enum Group {
        FILE, EDIT, BLOCK, RUN, VIEW, HELP
    }

    public static Command of(Group group, String id, String keys, Runnable action) {
        return new Command(id, group, keys, List.of(), action, Bindings.createBooleanBinding(() -> true), () -> "");
    }

    /// @param reason says what is missing, as what to do first
    public Command enabledWhen(BooleanExpression condition, Supplier<String> reason) {
        return new Command(id, group, keys, otherKeys, action, condition, reason);
    }

    public Command alsoBy(String... others) {
        return new Command(id, group, keys, List.of(others), action, enabled, reason);
    }

    /// All keys that do it.
    List<String> allKeys() {
        return keys.isEmpty() ? otherKeys : Stream.concat(Stream.of(keys), otherKeys.stream()).toList();
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
