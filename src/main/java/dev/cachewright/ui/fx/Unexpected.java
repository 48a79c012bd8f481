package dev.cachewright.ui.fx;

import dev.cachewright.words.Texts;
import java.io.IOException;
import java.util.stream.Stream;

/// What a person reads of an unforeseen failure. The failure goes to the log, whose place the words name.
public final class Unexpected {

    private Unexpected() {
    }

    /// The failure's own words where it is one of those that were foreseen; else as [#words(Throwable)].
    public static String words(Throwable failure, Class<?>... foreseen) {
        return Stream.of(foreseen).anyMatch(type -> type.isInstance(failure)) ? failure.getMessage() : words(failure);
    }

    /// Logs the failure and returns the sentence that is shown for it.
    public static String words(Throwable failure) {
        System.getLogger(Unexpected.class.getName()).log(System.Logger.Level.WARNING, "Something failed unexpectedly",
                failure);
        if (failure instanceof IOException && failure.getMessage() != null) {
            return Texts.format("unexpected.disk", failure.getMessage());
        }
        return failure instanceof OutOfMemoryError ? Texts.get("unexpected.memory") : Texts.get("unexpected.failure");
    }
}
