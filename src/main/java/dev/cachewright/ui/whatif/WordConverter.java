package dev.cachewright.ui.whatif;

import java.util.function.Function;
import javafx.util.StringConverter;

/// Shows the choices of a list in words; nothing is typed.
final class WordConverter<T> extends StringConverter<T> {

    private final Function<T, String> words;

    WordConverter(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(T choice) {
        return choice == null ? "" : words.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("a choice is not typed");
    }
}
