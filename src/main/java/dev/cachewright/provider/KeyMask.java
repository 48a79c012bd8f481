package dev.cachewright.provider;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes keys out of what a server said: also where characters of a key are missing or changed, and where it comes in
/// pieces. Eight characters of a key in a row are taken for it.
///
/// One instance for each stream of pieces.
public final class KeyMask {

    /// What stands in the place of a key.
    public static final String STRUCK = "[key]";

    /// Fewer characters in a row than this say nothing, and are common words.
    private static final int RUN = 8;
    /// Shorter keys are found in any text and by trying: hiding them would spoil the text and protect nothing.
    private static final int SHORTEST = 3;
    private static final int BASE64_BYTES = 3;
    private static final Pattern NUMBER = Pattern.compile("[-+.\\w]*\\d[-+.\\w]*");

    private final Set<String> runs = new HashSet<>();
    private final String key;
    /// Whether names of fields may look like it.
    private final boolean isWord;
    private String before = "";

    /// @param key empty where there is none
    public KeyMask(String key) {
        this.key = key.length() < SHORTEST ? "" : key;
        isWord = key.matches("[a-z_]{1,7}");
        addRuns(key);
        if (!runs.isEmpty()) {
            for (int shift = 0; shift < BASE64_BYTES; shift++) {
                addBase64(key, shift);
            }
        }
    }

    private void addRuns(String form) {
        for (int i = 0; i + RUN <= form.length(); i++) {
            runs.add(form.substring(i, i + RUN));
        }
    }

    /// The key in base64 after so many other bytes (`user:key`), without the characters in which these have a part.
    private void addBase64(String text, int shift) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String form = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int end = form.length() - (shifted.length % BASE64_BYTES == 0 ? 0 : 1);
        String own = form.substring(shift == 0 ? 0 : shift + 1, end);
        addRuns(own);
        addRuns(own.replace('+', '-').replace('/', '_'));
    }

    /// The text without the key.
    public String hide(String text) {
        if (key.isEmpty()) {
            return text;
        }
        return runs.isEmpty() ? text.replace(key, STRUCK) : struck(text, 0);
    }

    /// The JSON without the key in its strings, as names of fields and where its letters are written as escapes. Names
    /// are left to be read where the key is a short word; numbers are counts, unless they hold eight digits of a key.
    public String hideInJson(String json) {
        if (key.isEmpty()) {
            return json;
        }
        var hidden = new StringBuilder();
        int at = 0;
        while (at < json.length()) {
            boolean isString = json.charAt(at) == '"';
            int end = isString ? endOfString(json, at) : nextString(json, at);
            String part = json.substring(at, end);
            boolean isLeft = isString && isWord && isFollowedByColon(json, end);
            hidden.append(isLeft ? part : isString ? hideInString(part) : hideInNumbers(part));
            at = end;
        }
        return hidden.toString();
    }

    private String hideInString(String quoted) {
        if (quoted.indexOf('\\') < 0) {
            return hide(quoted);
        }
        // An escape may be of a letter of the key, or cut a run of it in two.
        try {
            return RawJson.text(quoted).filter(text -> !hide(text).equals(text))
                    .map(text -> RawJson.quote(hide(text))).orElseGet(() -> hide(quoted));
        } catch (InputException _) {
            return hide(quoted);
        }
    }

    private String hideInNumbers(String part) {
        return runs.isEmpty() ? part : NUMBER.matcher(part).replaceAll(number -> {
            boolean isHidden = !hide(number.group()).equals(number.group());
            return isHidden ? '"' + STRUCK + '"' : number.group();
        });
    }

    private static boolean isFollowedByColon(String json, int from) {
        int at = from;
        while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
            at++;
        }
        return at < json.length() && json.charAt(at) == ':';
    }

    private static int nextString(String json, int from) {
        int next = json.indexOf('"', from);
        return next < 0 ? json.length() : next;
    }

    private static int endOfString(String json, int from) {
        int at = from + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(json.length(), at + 1);
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
