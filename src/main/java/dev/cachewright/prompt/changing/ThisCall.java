package dev.cachewright.prompt.changing;

import java.util.regex.Pattern;

/// Whether a moment or an id is said to be the one of this very call.
final class ThisCall {

    /// Words before the place, or within it.
    private static final Pattern WORDS = Pattern
            .compile(
                    "(?i)\\b(?:now|today|tonight|current|currently|time|date|datetime|timestamp|clock|session|request|trace"
                            + "|span|run|conversation|call|turn|nonce|id|uuid|as of|it is|it.s|heute|jetzt|datum|uhrzeit"
                            + "|aujourd.hui|maintenant|hoy|ahora|fecha)\\b[^\\n]{0,24}$|[今现]");
    private static final int BEFORE = 48;

    private ThisCall() {
    }

    /// A moment alone may be that of a policy, and a hash a pinned one; at the very beginning of a text it is neither.
    static boolean isMeant(String text, int start, int end) {
        return text.substring(0, start).isBlank()
                || WORDS.matcher(text.substring(Math.max(0, start - BEFORE), start)).find()
                || WORDS.matcher(text.substring(start, end)).find();
    }
}
