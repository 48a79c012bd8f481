package dev.cachewright.ui.command;

import java.util.List;
import java.util.Optional;

/// All that a user can do, in the order of the menus.
public final class Commands {

    private final List<Command> all;

    public Commands(List<Command> all) {
        this.all = List.copyOf(all);
    }

    List<Command> all() {
        return all;
    }

    public Optional<Command> find(String id) {
        return all.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /// Runs the command with this id, where it can be run now.
    ///
    /// @throws IllegalArgumentException where there is no such command, which is a programming error
    public void run(String id) {
        find(id).orElseThrow(() -> new IllegalArgumentException("no command " + id)).run();
    }
}
