package dev.cachewright.prompt.changing;

import java.util.Set;
import java.util.regex.Pattern;

/// Which places of a text are examples: what stands there is written by the author, and the same in each call.
///
/// Places are asked for in their order.
final class Examples {

    private static final Set<String> WORDS = CalendarWords.words("""
            example examples sample samples beispiel beispielsweise exemple ejemplo esempio placeholder format formatted
            pattern wie
            """);
    private static final Set<String> NEAREST = CalendarWords.words("like as looks");
    private static final Pattern TURN = Pattern
            .compile("[^\\p{L}\\d\\n]{0,8}(?:Q|A|User|Human|Customer|Client|Assistant|Agent|"
                    + "Bot|Input|Output|Question|Answer|Frage|Antwort|Kunde|(?:For )?[Ee]xamples?|Sample|Beispiel|Exemple|"
                    + "Ejemplo)(?: \\d{1,3})?\\*{0,2}:", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADING = Pattern.compile("#{1,6} .{0,60}\\b(?:examples?|samples?|beispiele?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile("[\"'`)\\]]{0,3},? ?\\(?(?:for example|e\\.g\\.|as an example|"
            + "zum Beispiel|example)");
    private static final String OPENED = "<example";
    private static final String CLOSED = "</example";
    private static final int NEAR = 8;
    private static final int LONGEST_AFTER = 24;

    private final String text;
    private final int lastClosed;
    private boolean isTurn;
    private boolean isBelowHeading;
    private boolean isTagged;

    Examples(String text) {
        this.text = text;
        this.lastClosed = text.lastIndexOf(CLOSED);
        beginLine(0);
    }

    /// Called at each place that is read, in their order.
    void reach(int at) {
        char c = text.charAt(at);
        if (c == '\n') {
            beginLine(at + 1);
        } else if (c == '<' && text.startsWith(OPENED, at)) {
            isTagged = at < lastClosed;
        } else if (c == '<' && text.startsWith(CLOSED, at)) {
            isTagged = false;
        }
    }

    private void beginLine(int at) {
        var line = TURN.matcher(text).region(at, Math.min(text.length(), at + 80));
        isTurn = line.lookingAt();
        if (at < text.length() && text.charAt(at) == '#') {
            isBelowHeading = line.usePattern(HEADING).region(at, Math.min(text.length(), at + 80)).lookingAt();
        }
    }

    boolean holds(ChangingSpan span) {
        if (isTurn || isBelowHeading || isTagged) {
            return true;
        }
        Lead lead = Lead.before(text, span.start());
        return lead.hasWord(WORDS, NEAR) || lead.hasWord(NEAREST, 1) || lead.hasPair("e", "g") || lead.hasPair("z", "b")
                || lead.hasPair("such", "as")
                || AFTER.matcher(text).region(span.end(), Math.min(text.length(), span.end() + LONGEST_AFTER))
                        .lookingAt();
    }
}
