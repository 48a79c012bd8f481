package dev.cachewright.ui.command;

import java.util.List;

/// The commands that have keys.
public final class KeysViewModel {

    private final Commands commands;

    public KeysViewModel(Commands commands) {
        this.commands = commands;
    }

    List<Command> withKeys() {
        return commands.all().stream().filter(command -> !command.keys().isEmpty()).toList();
    }
}
