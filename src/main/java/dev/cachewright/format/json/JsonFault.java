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
            new Change("Unexpected character '(.)': was expecting (?:comma|a colon) to separate .* entries",
                    "A comma is missing before '$1'"),
            new Change("Unexpected character '(.)': was expecting a colon .*", "A colon is missing before '$1'"),
            new Change("was expecting double-quote to start field name", "a name in double quotes should be here"),
            new Change("(?:was expecting|expected) a value", "a value should be here"),
            new Change("expected ('.')$", "$1 should be here"),
            new Change("Invalid numeric value: Leading zeroes .*", "A number must not begin with 0"),
            new Change("Unexpected character '(.)' in numeric value: JSON spec .*", "A number must not begin with $1"),
            new Change("Unexpected character '.' in numeric value: Decimal point .*",
                    "A number needs a digit after its decimal point"),
            new Change("Unexpected character '.' in numeric value: Exponent .*", "A number needs a digit after its e"),
            new Change("Unexpected character '.' in numeric value: expected digit .*",
                    "A number needs a digit after its minus sign"),
            new Change("Unrecognized character escape '(.)'", "There is no escape \\\\$1"),
            new Change("Unexpected character '.': expected a hex-digit .*", "The escape \\\\u needs four hex digits"),
            new Change("Unexpected character '(.)': maybe a \\(non-standard\\) comment.*",
                    "Unexpected character '$1': JSON has no comments"),
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
