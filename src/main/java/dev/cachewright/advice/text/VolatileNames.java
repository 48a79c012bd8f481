package dev.cachewright.advice.text;

import java.util.regex.Pattern;

/// Names of variables whose value is another in each call: a moment, or an id of one.
final class VolatileNames {

    private static final Pattern NAME = Pattern.compile(
            "(?i).*\\b(?:now|today|date|time|datetime|timestamp|clock|epoch|nonce|uuid|guid|seed"
                    + "|(?:current|system|local)[_-]?(?:date|time|datetime)"
                    + "|(?:session|request|trace|span|run|call|correlation|conversation|message)[_-]?(?:id|uuid|key)?)\\b.*");

    private VolatileNames() {
    }

    /// @param tag a variable as it is in the text
    static boolean matches(String tag) {
        return NAME.matcher(tag).matches();
    }
}
