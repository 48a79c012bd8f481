package dev.cachewright.prompt.changing;

import dev.cachewright.prompt.changing.ChangingSpan.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times of day at a word that begins with a digit, and whether they are of the call.
final class Moments {

    private static final String WORD = "\\p{L}{3,10}";
    private static final String ZONE = "(?:\\s?(?:[AaPp]\\.?[Mm]\\b\\.?|Z\\b|\\(?(?:UTC|GMT|CES?T|E[SD]T|P[SD]T|BST|JST|IST)"
            + "\\b\\)?(?:[+-]\\d{1,2})?|Uhr|[+-]\\d{2}:?\\d{2}))?";
    private static final String CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?" + ZONE + "(?![\\d:])";
    private static final String ORDINAL = "(?:st|nd|rd|th|er|\u00ba|\\.)?";
    /// Groups: a separator each for the two numeric forms, then the months in words.
    private static final String DATE = "(?:\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\2\\d{4}|"
            + Forms.EASTERN_DATE + "|\\d{1,2}" + ORDINAL + "[ -](?:de )?(" + WORD + ")\\.?,?[ -](?:de )?\\d{4}|("
            + WORD + ")\\.? \\d{1,2}" + ORDINAL + ",? \\d{4})(?![\\d])";
    private static final Pattern MOMENT = Pattern.compile(DATE
            + "(?:(?:T|,? (?:at |um |\u00e0 |a las |alle |\u00e0s )?|: ?)" + CLOCK
            + "|\\s?\\d{1,2}[\u65f6\u6642]\\d{1,2}\u5206|\\s?" + CLOCK + ")", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DAY = Pattern.compile(DATE, Pattern.UNICODE_CHARACTER_CLASS);
    /// As the command `date` and C's `ctime` write it.
    private static final Pattern CTIME = Pattern
            .compile("(" + WORD + ") {1,2}\\d{1,2} \\d{2}:\\d{2}:\\d{2}(?: [A-Z]{3,4})? \\d{4}");
    private static final Pattern TIME = Pattern.compile(CLOCK);
    private static final Pattern EPOCH = Pattern.compile(Forms.EPOCH + "(?:\\.\\d{1,9})?(?![\\w.,'-]?\\d)\\b");
    private static final Pattern VERSION = Pattern.compile("\\d+(?:[.:/]\\d+)*");
    private static final int LONGEST = 80;
    private static final int EPOCH_DIGITS = 10;

    private final String text;
    private final Telling telling;

    Moments(String text) {
        this.text = text;
        this.telling = new Telling(text);
    }

    /// @param start of a word
    /// @param floor where the words before it may begin
    Optional<ChangingSpan> at(int start, int floor) {
        char c = text.charAt(start);
        if (c < '0' || c > '9') {
            return Optional.empty();
        }
        int month = wordBefore(start, floor);
        int begin = month >= 0 && CalendarWords.isMonth(word(month)) ? month : start;
        if (begin == start && !mayBegin(start)) {
            return Optional.empty();
        }
        Matcher form = matcher(MOMENT, begin);
        return (form.lookingAt() && isDate(form) ? moment(begin, form.end(), floor) : Optional.<ChangingSpan>empty())
                .or(() -> ctime(begin, floor)).or(() -> day(begin, floor)).or(() -> clock(start))
                .or(() -> epoch(start));
    }

    /// Whether what follows the digits can belong to a moment: most numbers are told apart by this alone.
    private boolean mayBegin(int start) {
        int end = start;
        while (end < text.length() && end - start < EPOCH_DIGITS && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end - start >= EPOCH_DIGITS) {
            return true;
        }
        char next = end < text.length() ? text.charAt(end) : ' ';
        char then = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
        boolean isPart = "-/.:".indexOf(next) >= 0 && (Character.isLetterOrDigit(then) || then == ' ');
        return end - start <= 4 && (isPart || Character.isLetter(next) || next == ' ' && Character.isLetter(then)
                || next == '\u00ba');
    }

    /// Where a word ends that begins no moment: a number with its further parts (`1.2.3`, `3:16`, `09:00`) at once.
    int passed(int start, int end) {
        Matcher number = matcher(VERSION, start);
        return number.lookingAt() ? Math.max(end, number.end()) : end;
    }

    private Optional<ChangingSpan> moment(int begin, int end, int floor) {
        return telling.isMoment(begin, end) ? span(weekday(begin, floor), end, Kind.TIME) : Optional.empty();
    }

    private Optional<ChangingSpan> ctime(int begin, int floor) {
        Matcher form = matcher(CTIME, begin);
        return form.lookingAt() && CalendarWords.isMonth(form.group(1))
                ? span(weekday(begin, floor), form.end(), Kind.TIME)
                : Optional.empty();
    }

    private Optional<ChangingSpan> day(int begin, int floor) {
        Matcher form = matcher(DAY, begin);
        if (!form.lookingAt() || !isDate(form)) {
            return Optional.empty();
        }
        int first = weekday(begin, floor);
        return telling.isDay(first, form.end(), first < begin) ? span(first, form.end(), Kind.DATE) : Optional.empty();
    }

    private Optional<ChangingSpan> clock(int start) {
        Matcher form = matcher(TIME, start);
        return form.lookingAt() && telling.isClock(start, form.end())
                ? span(start, form.end(), Kind.TIME)
                : Optional.empty();
    }

    private Optional<ChangingSpan> epoch(int start) {
        Matcher form = matcher(EPOCH, start);
        return form.lookingAt() && telling.isEpoch(start, form.end())
                ? span(start, form.end(), Kind.EPOCH)
                : Optional.empty();
    }

    private Matcher matcher(Pattern pattern, int from) {
        return pattern.matcher(text).region(from, Math.min(text.length(), from + LONGEST)).useTransparentBounds(true);
    }

    private static Optional<ChangingSpan> span(int start, int end, Kind kind) {
        return Optional.of(new ChangingSpan(start, end, kind));
    }

    private static boolean isDate(Matcher form) {
        String month = form.group(3) == null ? form.group(4) : form.group(3);
        if (month != null) {
            return CalendarWords.isMonth(month);
        }
        String[] parts = form.group().split("\\D+", 4);
        boolean isYearFirst = parts[0].length() == 4;
        int year = Integer.parseInt(parts[isYearFirst ? 0 : 2].substring(0, 4));
        int one = Integer.parseInt(parts[1]);
        int other = isYearFirst ? Integer.parseInt(parts[2].substring(0, Math.min(2, parts[2].length())))
                : Integer.parseInt(parts[0]);
        return year >= 1900 && year < 2100 && one > 0 && other > 0 && Math.min(one, other) <= 12
                && Math.max(one, other) <= 31;
    }

    /// The start of the day of the week before a date, or the date's own.
    private int weekday(int begin, int floor) {
        int day = wordBefore(begin, floor);
        return day >= 0 && CalendarWords.isDay(word(day)) ? day : begin;
    }

    /// The start of the word that ends a blank, and at most a stop or comma, before `start`; -1 where there is none.
    private int wordBefore(int start, int floor) {
        int end = start - 1;
        if (end < floor || text.charAt(end) != ' ') {
            return -1;
        }
        if (end > floor && (text.charAt(end - 1) == ',' || text.charAt(end - 1) == '.')) {
            end--;
        }
        int first = end;
        while (first > Math.max(floor, start - 14) && Character.isLetter(text.charAt(first - 1))) {
            first--;
        }
        return first < end ? first : -1;
    }

    private String word(int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }
}
