package dev.cachewright.ui.command;

import dev.cachewright.ui.fx.Subscriptions;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The commands that fit what was typed.
public final class CommandPaletteViewModel {

    private final Commands commands;
    private final Subscriptions subscriptions = new Subscriptions();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Command> found = FXCollections.observableArrayList();

    public CommandPaletteViewModel(Commands commands) {
        this.commands = commands;
        subscriptions.add(query.subscribe(this::search));
    }

    /// Every word typed must begin a word of the command.
    private void search(String typed) {
        List<String> words = List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        found.setAll(commands.all().stream()
                .filter(command -> command.enabled().get() && !command.id().equals("commands"))
                .filter(command -> words.stream().allMatch(word -> fits(command, word))).toList());
    }

    private static boolean fits(Command command, String word) {
        return (" " + command.title().toLowerCase(Locale.ROOT)).contains(" " + word);
    }

    void restart() {
        query.set("");
        search("");
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ObservableList<Command> found() {
        return found;
    }
}
