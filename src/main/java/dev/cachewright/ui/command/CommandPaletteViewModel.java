package dev.cachewright.ui.command;

import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.words.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The commands that fit what was typed.
public final class CommandPaletteViewModel {

    private final Commands commands;
    private final Subscriptions subscriptions = new Subscriptions();
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper none = new ReadOnlyStringWrapper("");
    private final ObservableList<Command> found = FXCollections.observableArrayList();

    public CommandPaletteViewModel(Commands commands) {
        this.commands = commands;
        subscriptions.add(query.subscribe(this::search));
    }

    /// Every word typed must begin a word of the command. What cannot be done now comes last.
    private void search(String typed) {
        List<String> words = List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        found.setAll(commands.all().stream().filter(command -> !command.id().equals("commands"))
                .filter(command -> words.stream().allMatch(word -> fits(command, word)))
                .sorted(Comparator.comparing(command -> !command.enabled().get())).toList());
        none.set(found.isEmpty() ? Texts.format("command-palette.none", typed.strip()) : "");
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

    /// That nothing was found for what was typed; empty where something was.
    public ReadOnlyStringProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    public String getNone() {
        return none.get();
    }
}
