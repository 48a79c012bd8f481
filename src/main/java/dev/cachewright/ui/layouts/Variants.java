package dev.cachewright.ui.layouts;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.PromptModel;
import dev.cachewright.words.Texts;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The variants of the open prompt. They live with it, whether their window is open or not, until another prompt is
/// opened or this one closed.
public final class Variants {

    private final PromptModel open;
    private final ObservableList<Variant> all = FXCollections.observableArrayList();
    private final Subscriptions subscriptions = new Subscriptions();
    private int kept;

    public Variants(PromptModel open) {
        this.open = open;
        subscriptions.add(open.openingsProperty().subscribe((_, _) -> clear()));
        subscriptions.add(open.documentProperty().subscribe(document -> {
            if (document.isEmpty()) {
                clear();
            }
        }));
    }

    private void clear() {
        kept = 0;
        all.clear();
    }

    /// Keeps the open prompt as it is now. One that is kept already is not kept twice.
    ///
    /// @return the variant that has it
    public Variant keep() {
        Prompt prompt = open.getPrompt();
        return all.stream().filter(each -> each.prompt().equals(prompt)).findFirst()
                .orElseGet(() -> add(nextName(), prompt, false));
    }

    private String nextName() {
        kept++;
        return Texts.format("layouts.variant", kept);
    }

    /// Adds what a file holds.
    public void addFile(PromptDocument read) {
        add(read.name(), read.opened(), true);
    }

    private Variant add(String name, Prompt prompt, boolean isFile) {
        String free = name;
        for (int i = 2; isTaken(free); i++) {
            free = Texts.format("layouts.again", name, i);
        }
        var made = new Variant(free, prompt, isFile);
        all.add(made);
        return made;
    }

    /// Gives a variant a name that no other layout has.
    ///
    /// @return whether it has it now
    boolean rename(Variant variant, String name) {
        boolean isFree = !name.isEmpty() && !isTaken(name) && all.contains(variant);
        if (isFree) {
            all.set(all.indexOf(variant), variant.named(name));
        }
        return isFree;
    }

    private boolean isTaken(String name) {
        return name.equals(openName()) || all.stream().anyMatch(each -> each.name().equals(name));
    }

    void remove(Variant variant) {
        all.remove(variant);
    }

    /// What the open prompt is called among them; empty where none is open.
    String openName() {
        Optional<String> name = open.getDocument().map(PromptDocument::name);
        return name.map(each -> Texts.format("layouts.open", each)).orElse("");
    }

    /// In the order in which they were kept.
    ObservableList<Variant> all() {
        return all;
    }
}
