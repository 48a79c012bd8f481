package dev.cachewright.prompt.changing;

import java.util.List;

/// Finds text that looks as if it changed from call to call, in one text on its own.
///
/// Strict: a form alone tells only where it is unlikely to be constant (a moment to the second, a UUID); all else needs
/// a telling word before it. What stands among examples is left alone. For two texts that differ, see [ChangedPlace].
public final class ChangingText {

    private ChangingText() {
    }

    /// The spans in their order, none overlapping another.
    public static List<ChangingSpan> in(CharSequence text) {
        return new Scan(text.toString()).spans();
    }
}
