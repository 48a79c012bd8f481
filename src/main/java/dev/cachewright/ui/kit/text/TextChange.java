package dev.cachewright.ui.kit.text;

import dev.cachewright.prompt.text.Text;
import dev.cachewright.prompt.text.TextDifference;

/// What an edit did: at `position` in the text, `removed` gave way to `inserted`.
public record TextChange(int position, String removed, String inserted) {

    /// The change that makes `now` of `old`; empty where they are the same.
    public static TextChange between(Text old, Text now) {
        TextDifference difference = old.difference(now);
        int start = difference.start();
        return new TextChange(start, old.substring(start, difference.end()),
                now.substring(start, difference.otherEnd()));
    }
}
