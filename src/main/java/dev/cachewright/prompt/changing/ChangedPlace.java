package dev.cachewright.prompt.changing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What differs at a place of two texts, where both have a form there that is another in each call.
///
/// Lenient: since the texts do differ, a form is enough, without a telling word.
///
/// @param before the whole form in the earlier text
/// @param now the same of the later one
public record ChangedPlace(Form form, String before, String now) {

    private static final String DAY = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?";
    private static final String MONTH = "(?iu:" + CalendarWords.alternatives(CalendarWords.MONTHS) + ")";
    private static final String DATE = "(?:" + Forms.NUMERIC_DATE + "|" + Forms.EASTERN_DATE
            + "|\\d{1,2}\\.? (?:de )?" + MONTH + "\\.?,? (?:de )?\\d{4}|" + MONTH
            + "\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})";
    /// A date with or without its day and time, a time of day, seconds or milliseconds since 1970.
    private static final Pattern TIME = Pattern.compile("\\b(?:" + DAY + ",? )?" + DATE + "(?:(?:,| at|T)? ?"
            + Forms.CLOCK + ")?|\\b" + Forms.CLOCK + "|\\b" + DAY + "\\b|\\b" + Forms.EPOCH + "\\b");
    private static final Pattern ID = Pattern.compile(
            "\\b" + Forms.UUID + "\\b"
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

    /// What the text is that differs at a place of two texts; nothing for text like any other.
    public static Optional<ChangedPlace> of(String before, int earlierAt, String now, int laterAt) {
        var place = new Place(before, earlierAt, now, laterAt);
        return place.both(Form.SIGNED_ADDRESS, ADDRESS).filter(ChangedPlace::isSameAddress)
                .or(() -> place.both(Form.TIME, TIME))
                .or(() -> place.both(Form.ID, ID)).or(() -> place.both(Form.ID, COUNTER));
    }

    /// What can be told of two texts that differ; finer than this a form alone is no proof.
    public enum Form {
        TIME, ID, SIGNED_ADDRESS
    }

    private boolean isSameAddress() {
        return before.split("\\?", 2)[0].equals(now.split("\\?", 2)[0]);
    }

    private record Place(String before, int earlierAt, String now, int laterAt) {

        Optional<ChangedPlace> both(Form name, Pattern form) {
            Optional<String> one = around(before, earlierAt, form);
            Optional<String> other = around(now, laterAt, form);
            return one.isPresent() && other.isPresent() && !one.equals(other)
                    ? Optional.of(new ChangedPlace(name, one.get(), other.get()))
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
}
