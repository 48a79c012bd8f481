package dev.cachewright.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where a row of the catalogue comes from.
///
/// @param text the vendor's page or the copy of it
/// @param note what else is to be known about the row; empty where nothing is
/// @param date the day the source is of; empty where `text` has it, or it is not known
/// @param doubts what is uncertain about the row
/// @param own the fields that the user's file has set; empty for rows as they come with the program
public record Source(String text, String note, Optional<LocalDate> date, List<Doubt> doubts, List<String> own) {

    public Source {
        doubts = List.copyOf(doubts);
        own = List.copyOf(own);
    }

    /// The text with its day, which is not said twice.
    public String dated() {
        return date.map(Object::toString).filter(day -> !text.endsWith(day)).map(day -> text + ", " + day).orElse(text);
    }

    /// A source whose text says its day, and about which nothing is uncertain.
    public Source(String text, String note) {
        this(text, note, Optional.empty(), List.of(), List.of());
    }
}
