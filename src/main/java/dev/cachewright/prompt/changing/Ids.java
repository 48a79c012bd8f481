package dev.cachewright.prompt.changing;

import dev.cachewright.prompt.changing.ChangingSpan.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Ids of sessions, requests, traces and the like, by the words before them.
final class Ids {

    /// What is new with a call or a conversation.
    private static final Set<String> NAMED = CalendarWords.words("""
            session sess request req trace conversation thread run correlation span message msg job event transaction
            interaction response call invocation chat execution workflow task turn query user visitor
            """);
    /// These tell without the word `id` too.
    private static final Set<String> ALONE = CalendarWords.words("""
            session sess request trace conversation thread run job correlation invocation transaction span traceparent
            sitzung anfrage sesi\u00f3n
            """);
    private static final Set<String> ID = CalendarWords.words("id ids identifier token key");
    private static final Set<String> GLUE = CalendarWords.words("is was number no nr");
    /// A number with a word: `30-day`, `2nd`.
    private static final Pattern MEASURE = Pattern.compile("\\d+(?:-?[a-z]{3,}|st|nd|rd|th|[a-z]{1,2})");
    private static final Pattern DIGITS = Pattern.compile("[\\d.:]+");
    private static final int LEAST = 3;
    private static final int LEAST_DIGITS = 3;

    private final String text;

    Ids(String text) {
        this.text = text;
    }

    Optional<ChangingSpan> at(int start, int end, Lead lead) {
        int last = end(text, start, end);
        String value = text.substring(start, last);
        boolean isTold = hasId(lead) ? value.length() >= LEAST && !MEASURE.matcher(value).matches()
                : isNamed(lead) && looksMade(value, lead);
        return isTold ? Optional.of(new ChangingSpan(start, last, Kind.ID)) : Optional.empty();
    }

    /// Whether the nearest word names what the value is of: `session:`, `trace`.
    static boolean isNamed(Lead lead) {
        return ALONE.contains(lead.word(0)) && lead.gap().indexOf('(') < 0 || hasId(lead);
    }

    /// Whether it is called an id: `session id`, `requestId`, `run_id`.
    private static boolean hasId(Lead lead) {
        int index = lead.skip(0, GLUE);
        return ID.contains(lead.word(index)) && NAMED.contains(lead.word(index + 1))
                && (lead.isAssigned() || index > 0 || lead.gap().isBlank() || lead.gap().endsWith("\""));
    }

    /// Where an id ends that goes on with a stop or colon between its parts.
    static int end(String text, int start, int end) {
        int last = end;
        while (last + 1 < text.length() && last - start < 100
                && (text.charAt(last) == '.' || text.charAt(last) == ':') && Scan.isInWord(text.charAt(last + 1))) {
            last++;
            while (last < text.length() && last - start < 200 && Scan.isInWord(text.charAt(last))) {
                last++;
            }
        }
        return last;
    }

    private static boolean looksMade(String value, Lead lead) {
        if (value.length() <= LEAST || DIGITS.matcher(value).matches() || MEASURE.matcher(value).matches()) {
            return false;
        }
        return lead.isAssigned() || Mixture.digits(value) >= LEAST_DIGITS || Mixture.changes(value) >= LEAST;
    }
}
