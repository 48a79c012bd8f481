package dev.cachewright.format.divergence;

import dev.cachewright.divergence.Cause;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that is another in each call: told by its form, where both requests have such a form at the place.
final class ChangingText {

    private static final String DAY = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?";
    private static final String MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|"
            + "Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    private static final String CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d+)?(?:\\s?(?:[AaPp]\\.?[Mm]\\.?|Z|UTC|GMT|"
            + "[+-]\\d{2}:?\\d{2}))?";
    private static final String DATE = "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|"
            + "\\d{1,2}\\.? " + MONTH + "\\.?,? \\d{4}|" + MONTH + "\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})";
    /// A date with or without its day and time, a time of day, seconds or milliseconds since 1970.
    private static final Pattern TIME = Pattern.compile("\\b(?:" + DAY + ",? )?" + DATE + "(?:(?:,| at|T)? ?" + CLOCK
            + ")?|\\b" + CLOCK + "|\\b" + DAY + "\\b|\\b1[6-9]\\d{8}(?:\\d{3})?\\b");
    private static final Pattern ID = Pattern.compile(
            "\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b"
                    + "|\\b(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{6,128}\\b"
                    + "|\\b[A-Za-z]{2,12}[_-](?=[A-Za-z0-9_-]*\\d)[A-Za-z0-9_-]{4,}\\b"
                    + "|\\b(?=[A-Za-z]*\\d[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{12,}\\b");
    /// A number after a word that counts or names something.
    private static final Pattern COUNTER = Pattern
            .compile("(?i)\\b(?:id|ids|no|number|nr|request|session|run|call|turn|"
                    + "step|trace|span|seq|sequence|attempt|nonce|seed|build|revision|ticket|job|task|cch)\\b[\\s:=#.\"']{0,4}"
                    + "(?:is )?(\\d+)\\b|#(\\d+)\\b");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|s3|gs)://[^\\s?\"']+\\?\\S*");
    /// What is longer is data, as of a picture.
    private static final int LONGEST = 160;
    /// How much of a text around a place is looked at.
    private static final int AROUND = 240;

    private final String before;
    private final String now;
    private final int earlierAt;
    private final int laterAt;

    private ChangingText(String before, int earlierAt, String now, int laterAt) {
        this.before = before;
        this.now = now;
        this.earlierAt = earlierAt;
        this.laterAt = laterAt;
    }

    /// What the text is that differs at a place of two texts; nothing for text like any other.
    static Optional<Cause> of(String before, int earlierAt, String now, int laterAt) {
        var text = new ChangingText(before, earlierAt, now, laterAt);
        return text.both(Cause.Kind.SIGNED_ADDRESS, ADDRESS).filter(ChangingText::isSamePlace)
                .or(() -> text.both(Cause.Kind.TIME, TIME))
                .or(() -> text.both(Cause.Kind.ID, ID)).or(() -> text.both(Cause.Kind.ID, COUNTER));
    }

    private static boolean isSamePlace(Cause cause) {
        List<String> one = List.of(cause.before().split("\\?", 2));
        List<String> other = List.of(cause.now().split("\\?", 2));
        return one.getFirst().equals(other.getFirst());
    }

    private Optional<Cause> both(Cause.Kind kind, Pattern form) {
        Optional<String> one = around(before, earlierAt, form);
        Optional<String> other = around(now, laterAt, form);
        return one.isPresent() && other.isPresent() && !one.equals(other)
                ? Optional.of(new Cause(kind, "", one.get(), other.get()))
                : Optional.empty();
    }

    /// The text of this form that the character at `at` is in, or that ends there.
    private static Optional<String> around(String text, int at, Pattern form) {
        int from = Math.max(0, at - AROUND);
        Matcher place = form.matcher(text.substring(from, Math.min(text.length(), at + AROUND)));
        while (place.find()) {
            if (place.start() + from <= at && at <= place.end() + from && place.group().length() <= LONGEST) {
                return Optional.of(place.group());
            }
        }
        return Optional.empty();
    }
}
