package dev.cachewright.words;

import java.util.regex.Pattern;

/// Characters that are not seen and change how what is around them is shown: controls, and marks of direction and form.
/// A text of a server or a file is shown, not obeyed.
///
/// Joiners and soft hyphens are none of them: scripts and emoji are written with them.
public final class HiddenCharacters {

    /// Shown in place of one of these.
    private static final String MASK = "\uFFFD";

    private static final String MARKS = "\\x{061C}\\x{180E}\\x{200B}\\x{200E}\\x{200F}\\x{2028}-\\x{202E}"
            + "\\x{2060}-\\x{206F}\\x{FEFF}\\x{FFF9}-\\x{FFFB}";

    /// All but line ends and tabs.
    private static final Pattern ALL = Pattern.compile("[\\p{Cc}" + MARKS + "&&[^\\n\\r\\t]]");

    private HiddenCharacters() {
    }

    /// The text with a sign in the place of each.
    public static String masked(String text) {
        return ALL.matcher(text).replaceAll(MASK);
    }

    /// The same JSON with an escape in the place of each: a backslash and `u202e`.
    public static String escaped(String json) {
        return ALL.matcher(json)
                .replaceAll(found -> "\\\\" + String.format("u%04x", (int) found.group().charAt(0)));
    }
}
