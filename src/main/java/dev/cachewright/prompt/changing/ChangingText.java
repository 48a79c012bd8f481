package dev.cachewright.prompt.changing;

import java.util.List;

/// Finds text that looks as if it changed from call to call, in one text on its own.
///
/// Strict: a form alone tells only where it is unlikely to be constant (a moment to the second, a UUID); all else needs
/// a telling word before it. What stands among examples is left alone. For two texts that differ, see [ChangedPlace].
public final class ChangingText {

    private ChangingText() {
    }

    /// Whether words at a span say that it is the moment or the id of this very call: a guess from its form alone is
    /// less sure.
    public static boolean isOfThisCall(CharSequence text, int start, int end) {
        return ThisCall.isMeant(text.toString(), start, end);
    }

    /// The spans in their order, none overlapping another.
    public static List<ChangingSpan> in(CharSequence text) {
        return new Scan(text.toString()).spans();
    }
}
