package dev.cachewright.provider.simulated;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// A way in which the simulator can be told to fail; each with its word for the command line.
public enum Fault {

    /// 429 that does not say when to come again.
    RATE_LIMIT("429"),
    /// 429 with `retry-after: 1`.
    RATE_LIMIT_RETRY_AFTER("429-retry-after"),
    /// 500.
    SERVER_ERROR("500"),
    /// 503.
    UNAVAILABLE("503"),
    /// 529, Anthropic's `overloaded_error`.
    OVERLOADED("529"),
    /// The connection is reset before the first byte of the answer.
    RESET_BEFORE("reset-before"),
    /// The connection is reset after the first events of a stream, or half of a whole answer.
    RESET_IN("reset-in"),
    /// The connection is reset after the last event, in place of the end of the body, or after a whole answer.
    RESET_AFTER("reset-after"),
    /// A chunk, or the body of a whole answer, of which half is sent before the connection is closed.
    HALF_CHUNK("half-chunk"),
    /// An answer without its usage.
    NO_USAGE("no-usage"),
    /// A stream that is called JSON, and JSON that is called HTML.
    CONTENT_TYPE("content-type"),
    /// 30 seconds without a byte: within a stream, or before a whole answer.
    SILENCE("silence"),
    /// A compressed answer, whether the client takes one or not.
    GZIP("gzip"),
    /// Text in other than Latin letters, in chunks that end within a character of UTF-8.
    CUT_CHARACTERS("cut-characters"),
    /// Three pieces of text of 1 MB each.
    LARGE_DELTAS("large-deltas"),
    /// An error in place of the rest of a stream; a whole answer is 500.
    STREAM_ERROR("stream-error"),
    /// All counts of the usage are below 0.
    USAGE_NEGATIVE("usage-negative"),
    /// All counts of the usage are 10^12.
    USAGE_HUGE("usage-huge"),
    /// All counts of the usage have a thousand digits.
    USAGE_DIGITS("usage-digits"),
    /// The usage holds a field of 50,000 lists in each other.
    USAGE_NESTED("usage-nested"),
    /// The first count of the usage is a text of 20 MB.
    USAGE_TEXT("usage-text");

    private final String word;

    Fault(String word) {
        this.word = word;
    }

    /// The fault named `word` on the command line.
    public static Optional<Fault> of(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
    }

    /// The words of all of them.
    public static String words() {
        return Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "));
    }

    public String word() {
        return word;
    }

    /// Whether it needs the connection itself, which the JDK's server keeps to itself.
    boolean breaksTheConnection() {
        return switch (this) {
            case RESET_BEFORE, RESET_IN, RESET_AFTER, HALF_CHUNK -> true;
            default -> false;
        };
    }
}
