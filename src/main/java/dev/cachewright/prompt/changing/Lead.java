package dev.cachewright.prompt.changing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words before a place, the nearest first, in lower case; names are taken apart (`sessionId`, `x-request-id`).
///
/// At most [#MOST] words of the same line are read. A sentence that ends, a brace and the like close a clause.
///
/// @param words the nearest first
/// @param clause how many of them are in the clause of the place
/// @param gap what is between the nearest word and the place
record Lead(List<String> words, int clause, String gap) {

    private static final int MOST = 8;
    private static final int FARTHEST = 120;
    private static final int WIDEST_GAP = 12;

    static Lead before(String text, int at) {
        var reader = new Reader(text, at);
        reader.read();
        return new Lead(reader.words, reader.clause < 0 ? reader.words.size() : reader.clause, reader.gap);
    }

    /// Whether a word of letters is the nearest on the line: without one, nothing tells what a number is.
    static boolean isAfterWord(String text, int at) {
        int i = at - 1;
        while (i > Math.max(0, at - WIDEST_GAP) && !Character.isLetterOrDigit(text.charAt(i))
                && text.charAt(i) != '\n') {
            i--;
        }
        return i >= 0 && Character.isLetter(text.charAt(i));
    }

    /// The word at a distance of the place within its clause; empty where there is none.
    String word(int index) {
        return index < clause ? words.get(index) : "";
    }

    /// The first word of the clause, seen from the place, that is not among those to skip.
    int skip(int from, Set<String> skipped) {
        int index = from;
        while (index < clause && skipped.contains(words.get(index))) {
            index++;
        }
        return index;
    }

    boolean hasWord(Set<String> wanted, int nearest) {
        return words.subList(0, Math.min(nearest, words.size())).stream().anyMatch(wanted::contains);
    }

    boolean hasPair(String first, String second) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals(second) && words.get(i + 1).equals(first)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a sign that assigns is between the word and the place.
    boolean isAssigned() {
        return gap.indexOf(':') >= 0 || gap.indexOf('=') >= 0 || gap.indexOf('\uff1a') >= 0 || gap.indexOf('>') >= 0;
    }

    private static final class Reader {

        private final String text;
        private final int at;
        private final List<String> words = new ArrayList<>();
        private int clause = -1;
        private String gap = "";

        Reader(String text, int at) {
            this.text = text;
            this.at = at;
        }

        void read() {
            int end = at;
            int least = Math.max(0, at - FARTHEST);
            while (words.size() < MOST && end > least) {
                int last = skipGap(end, least);
                if (words.isEmpty()) {
                    gap = text.substring(last, at);
                }
                if (last <= least || text.charAt(last - 1) == '\n') {
                    break;
                }
                int first = last - 1;
                while (first > least && isInWord(first - 1)) {
                    first--;
                }
                addParts(first, last);
                end = first;
            }
            if (clause < 0) {
                clause = words.size();
            }
        }

        private int skipGap(int end, int least) {
            int i = end;
            while (i > least && !isInWord(i - 1) && text.charAt(i - 1) != '\n') {
                i--;
                if (clause < 0 && closesClause(i)) {
                    clause = words.size();
                }
            }
            return i;
        }

        private boolean closesClause(int index) {
            return switch (text.charAt(index)) {
                case '.' -> index + 1 < at && Character.isWhitespace(text.charAt(index + 1)) && !isShortened(index);
                case '!', '?', ';', '{', '}', '|', '<', '&', '\u3002' -> true;
                default -> false;
            };
        }

        /// A stop after a word that is cut short: `No. 12`, `e.g. 12`.
        private boolean isShortened(int stop) {
            int first = stop;
            while (first > Math.max(0, stop - 12) && (isInWord(first - 1) || text.charAt(first - 1) == '.')) {
                first--;
            }
            String word = text.substring(first, stop).toLowerCase(Locale.ROOT);
            return word.equals("no") || word.equals("nr") || word.indexOf('.') > 0;
        }

        private boolean isInWord(int index) {
            char c = text.charAt(index);
            return Character.isLetterOrDigit(c) || (c == '\'' || c == '\u2019') && index > 0 && index + 1 < at
                    && Character.isLetter(text.charAt(index - 1)) && Character.isLetter(text.charAt(index + 1));
        }

        /// A name of several words is read as these.
        private void addParts(int first, int last) {
            int end = last;
            for (int i = last - 1; i > first && words.size() < MOST; i--) {
                if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                    add(i, end);
                    end = i;
                }
            }
            if (words.size() < MOST) {
                add(first, end);
            }
        }

        private void add(int first, int end) {
            words.add(text.substring(first, end).toLowerCase(Locale.ROOT).replace('\u2019', '\''));
        }
    }
}
