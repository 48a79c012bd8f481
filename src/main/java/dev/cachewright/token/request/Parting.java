package dev.cachewright.token.request;

/// Where the text of a request first differs from that of an earlier one.
///
/// @param place of the first character that differs, in the prompt of the later request; for a value, its tag
/// @param before the word there in the earlier request; empty where it ends there
/// @param now the word there in the later one; empty where it ends there
public record Parting(Place place, String before, String now) {

    private static final int LONGEST_WORD = 60;

    /// The word around an offset, up to white space on both sides and at most 60 characters each way.
    public static String wordAt(String text, int offset) {
        int from = Math.min(offset, text.length());
        while (from > 0 && offset - from < LONGEST_WORD && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        int to = Math.min(offset, text.length());
        while (to < text.length() && to - offset < LONGEST_WORD && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }
}
