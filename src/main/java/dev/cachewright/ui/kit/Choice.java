package dev.cachewright.ui.kit;

import dev.cachewright.words.Texts;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of the things that a [Picker] offers.
///
/// @param id of the thing; empty for a heading, which cannot be chosen
/// @param title what it is called
/// @param note a few figures or words at the right of the title
/// @param detail what else there is to know; empty where there is nothing
/// @param isCurrent whether it is in use now
public record Choice(String id, String title, String note, String detail, boolean isCurrent) {

    /// A line above the choices that follow.
    public static Choice heading(String title) {
        return new Choice("", title, "", "", false);
    }

    boolean isHeading() {
        return id.isEmpty();
    }

    /// Whether every word is in one of its texts.
    ///
    /// @param words in small letters
    boolean fits(Iterable<String> words) {
        String text = (title + " " + note + " " + detail).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// All its texts, for screen readers.
    String spoken() {
        return Stream.of(title, isCurrent ? Texts.get("picker.current") : "", note, detail)
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }
}
