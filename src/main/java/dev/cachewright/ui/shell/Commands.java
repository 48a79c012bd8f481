package dev.cachewright.ui.shell;

import java.util.List;
import java.util.Optional;

/// All that a user can do, in the order of the menus.
final class Commands {

    private final List<Command> all;

    Commands(List<Command> all) {
        this.all = List.copyOf(all);
    }

    List<Command> all() {
        return all;
    }

    Optional<Command> find(String id) {
        return all.stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /// Does it, where it can be done now.
    void run(String id) {
        find(id).ifPresent(Command::run);
    }
}
