package dev.cachewright.format.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.regex.Pattern;

/// What the parser says of a text that is no JSON, without its own terms.
final class JsonFault {

    private static final String VALUE = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    /// Applied one after the other.
    private static final List<Change> CHANGES = List.of(
            new Change(" \\((?:start marker|for \\w+ starting) at .*?]\\)", ""),
            new Change("Illegal unquoted character .*",
                    "A control character in a text has to be escaped with a backslash"),
            new Change(" \\('(.)' \\(code \\d+[^)]*\\)\\)", " '$1'"),
            new Change(" \\(code \\d+[^)]*\\)", ""),
            new Change("(?:a valid value )?" + Pattern.quote(VALUE), "a value"),
            new Change("Unrecognized token", "Unexpected word"),
            new Change("Non-standard token ('.*'):.*", "$1 is not a JSON number"),
            new Change("Unexpected end-of-input: expected close marker for (Array|Object)",
                    "The text ends before the $1 is closed"),
            new Change("Unexpected end-of-input within/between (Array|Object) entries",
                    "The text ends before the $1 is closed"),
            new Change("Unexpected end-of-input.*", "The text ends within a value"),
            new Change("Unexpected close marker ('.'): no open .*", "Nothing is open that '$1' could close"),
            new Change("close marker ", ""),
            new Change("the Array", "the list"),
            new Change("the Object", "the object"));

    private JsonFault() {
    }

    private record Change(Pattern from, String to) {

        Change(String from, String to) {
            this(Pattern.compile(from), to);
        }
    }

    /// The fault in one sentence.
    static String words(JsonProcessingException fault) {
        String words = fault.getOriginalMessage().lines().findFirst().orElse("");
        for (Change change : CHANGES) {
            words = change.from().matcher(words).replaceAll(change.to());
        }
        return words;
    }
}
