package dev.cachewright.prompt.changing;

import dev.cachewright.prompt.changing.ChangingSpan.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers of turns, calls, attempts and the like.
final class Counters {

    private static final Set<String> COUNTED = CalendarWords.words("""
            turn message call request iteration attempt retry invocation sequence seq exchange messages turns requests
            calls retries tokens
            """);
    private static final Set<String> NUMBER = CalendarWords.words("number no nr count counter index is");
    private static final Set<String> BEFORE = CalendarWords.words("is are current this now on the");
    private static final Set<String> LIMIT = CalendarWords.words("max maximum min minimum least most limit per");
    private static final Pattern NUMERAL = Pattern.compile("\\d{1,7}");
    private static final Pattern OF = Pattern.compile(" ?(?:of|/|von|de) ?\\d{1,7}\\b");
    private static final Pattern CLOSED = Pattern.compile("[\\])}*_\"']{0,3}(?:[.,;)\\]|](?:\\s|$)|\\s*$|\\s*\n|"
            + " (?:of|in) (?:the|this) (?:conversation|session|chat|dialogue)\\b)");
    private static final int LONGEST = 40;
    /// `Call 112` says what to do.
    private static final String TO_CALL = "Call ";
    private static final int LEAST_TELEPHONE = 3;

    private final String text;

    Counters(String text) {
        this.text = text;
    }

    Optional<ChangingSpan> at(int start, int end, Lead lead) {
        if (!NUMERAL.matcher(text.substring(start, end)).matches() || lead.hasWord(LIMIT, 4)
                || lead.gap().indexOf('(') >= 0) {
            return Optional.empty();
        }
        Matcher of = OF.matcher(text).region(end, Math.min(text.length(), end + LONGEST));
        int last = of.lookingAt() ? of.end() : end;
        boolean isCounter = isSoFar(lead) || isNumbered(lead) || isBare(lead, start, last, last > end);
        return isCounter ? Optional.of(new ChangingSpan(start, last, Kind.COUNTER)) : Optional.empty();
    }

    /// `Messages so far: 42`, `Remaining tokens: 812`.
    private static boolean isSoFar(Lead lead) {
        return lead.isAssigned() && (lead.word(0).equals("far") && lead.word(1).equals("so")
                || lead.word(0).equals("remaining")
                || lead.word(0).equals("tokens") && lead.word(1).equals("remaining"));
    }

    /// `call #12`, `turn number 12`, `retry_count=3`, `attempt: 2`.
    private static boolean isNumbered(Lead lead) {
        int index = lead.skip(0, NUMBER);
        boolean isCounted = COUNTED.contains(lead.word(index)) && !lead.word(index).endsWith("s");
        return isCounted && (index > 0 || lead.gap().endsWith("#") || lead.isAssigned());
    }

    /// `Turn 12`, where it is all that its clause says.
    private boolean isBare(Lead lead, int start, int last, boolean hasTotal) {
        boolean isCounted = COUNTED.contains(lead.word(0)) && !lead.word(0).endsWith("s") && lead.gap().equals(" ");
        boolean isFirst = lead.clause() == 1 || BEFORE.contains(lead.word(1));
        boolean isTelephone = text.startsWith(TO_CALL, start - TO_CALL.length()) && last - start >= LEAST_TELEPHONE;
        return isCounted && isFirst && (hasTotal || !isTelephone) && (hasTotal || CLOSED.matcher(text)
                .region(last, Math.min(text.length(), last + LONGEST)).lookingAt());
    }
}
