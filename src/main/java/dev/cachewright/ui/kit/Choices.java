package dev.cachewright.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a [Picker] offers, and what becomes of it.
///
/// @param prompt stands in the empty search field
/// @param all asked for each time the list opens; may make each choice when it is asked for it
/// @param note one sentence on the figures in the list; empty for none
/// @param chosen is given what was chosen
/// @param others what can be done instead of choosing
public record Choices(String prompt, Supplier<List<Choice>> all, String note, Consumer<Choice> chosen,
        List<Other> others) {

    public Choices {
        others = List.copyOf(others);
    }

    /// Something else than a choice of the list.
    public record Other(String text, Runnable action) {
    }
}
