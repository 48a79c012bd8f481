package dev.cachewright.architecture;

/// Java source with what is not code blanked out, so that plain patterns can be used on the rest.
final class JavaText {

    private JavaText() {
    }

    /// The source at the same length and with the same lines; strings, characters and comments are blanks.
    static String withoutTextAndComments(String source) {
        StringBuilder code = new StringBuilder(source);
        int at = 0;
        while (at < source.length()) {
            int end = endOfBlank(source, at);
            for (int i = at; i < end; i++) {
                if (source.charAt(i) != '\n') {
                    code.setCharAt(i, ' ');
                }
            }
            at = Math.max(end, at + 1);
        }
        return code.toString();
    }

    /// The place of the bracket that closes the one at `open`, or the last place of the text.
    static int closing(String code, int open) {
        int depth = 0;
        for (int i = open; i < code.length(); i++) {
            if (code.charAt(i) == '(') {
                depth++;
            } else if (code.charAt(i) == ')' && --depth == 0) {
                return i;
            }
        }
        return code.length() - 1;
    }

    private static int endOfBlank(String source, int at) {
        if (source.startsWith("//", at)) {
            return endAfter(source, "\n", at + 2, false);
        }
        if (source.startsWith("/*", at)) {
            return endAfter(source, "*/", at + 2, false);
        }
        if (source.startsWith("\"\"\"", at)) {
            return endAfter(source, "\"\"\"", at + 3, true);
        }
        char first = source.charAt(at);
        return first == '"' || first == '\'' ? endAfter(source, String.valueOf(first), at + 1, true) : at;
    }

    private static int endAfter(String source, String mark, int from, boolean hasEscapes) {
        int at = from;
        while (at < source.length() && !source.startsWith(mark, at)) {
            at += hasEscapes && source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + mark.length(), source.length());
    }
}
