package dev.cachewright.provider;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// Takes keys out of what a server said: also where characters of a key are missing or changed, and where it comes in
/// pieces. Eight characters of a key in a row are taken for it.
///
/// One instance for each stream of pieces.
public final class KeyMask {

    /// What stands in the place of a key.
    public static final String STRUCK = "[key]";

    /// Fewer characters in a row than this say nothing, and are common words.
    private static final int RUN = 8;

    private final Set<String> runs = new HashSet<>();
    private final String key;
    private String before = "";

    /// @param key empty where there is none
    public KeyMask(String key) {
        this.key = key;
        for (int i = 0; i + RUN <= key.length(); i++) {
            runs.add(key.substring(i, i + RUN));
        }
    }

    /// The text without the key.
    public String hide(String text) {
        if (key.isEmpty()) {
            return text;
        }
        return runs.isEmpty() ? text.replace(key, STRUCK) : struck(text, 0);
    }

    /// The next piece of a text, without what belongs to a key together with the pieces before it.
    public String next(String piece) {
        if (runs.isEmpty()) {
            return hide(piece);
        }
        String all = before + piece;
        String hidden = struck(all, before.length());
        before = all.substring(Math.max(0, all.length() - RUN + 1));
        return hidden;
    }

    private String struck(String text, int from) {
        var covered = new BitSet(text.length());
        for (int i = 0; i + RUN <= text.length(); i++) {
            if (runs.contains(text.substring(i, i + RUN))) {
                covered.set(i, i + RUN);
            }
        }
        var left = new StringBuilder();
        for (int i = from; i < text.length(); i++) {
            if (!covered.get(i)) {
                left.append(text.charAt(i));
            } else if (i == from || !covered.get(i - 1)) {
                left.append(STRUCK);
            }
        }
        return left.toString();
    }
}
