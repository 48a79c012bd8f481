package dev.cachewright.prompt.changing;

import java.util.Set;
import java.util.regex.Pattern;

/// Whether the words around a date or a time say that it is the moment of the call.
final class Telling {

    private static final Set<String> GLUE = CalendarWords.words("""
            is the was it's set to at on and time times day date datetime local utc gmt of for user user's
            ist der den das es um datum uhrzeit le est la el es il sommes nous jour du et heure fecha hora de \u00e8 \u00e9
            """);
    private static final Set<String> TODAY = CalendarWords.words("""
            today today's todays now currently current heute heutige heutiges heutigen jetzt aktuelle aktuelles
            aujourd'hui actuelle actuelles actuel hoy actual ahora oggi hoje maintenant adesso agora
            generated rendered
            """);
    /// These tell where they begin a clause, or follow a word of [#OWN]: not `delivery date`.
    private static final Set<String> LABELS = CalendarWords.words("""
            date datum fecha time uhrzeit heure hora clock datetime
            """);
    private static final Set<String> OWN = CalendarWords.words("""
            current system server local utc the and call request session conversation user's user
            """);
    /// Before a minute to come, or one of history: not the moment of the call.
    private static final Set<String> PLANNED = CalendarWords.words("""
            on by until till before after from deadline due submit ends end expires since begins starts start close closes
            opens open valid bis vom ab am jusqu'au hasta scheduled appointment meeting
            """);
    private static final Set<String> NUMBERED = CalendarWords.words("""
            phone tel telephone mobile fax dial isbn ean gtin iban max maximum maxlength min minimum population account
            customer order article part limit size version
            """);
    private static final Pattern COUNTED = Pattern
            .compile(" (?:people|users|units|cents|bytes|tokens|rows|items|euros?|"
                    + "dollars|inhabitants)\\b");
    private static final Pattern EASTERN = Pattern.compile(".*(?:\u4eca\u5929|\u4eca\u65e5|\u73b0\u5728|\u73fe\u5728|"
            + "\u5f53\u524d|\u7576\u524d|\uc624\ub298|\uc9c0\uae08|\ud604\uc7ac)[^\n\u3002]{0,8}", Pattern.DOTALL);
    private static final Pattern EXACT = Pattern.compile("T\\d|:\\d{2}:\\d{2}");
    private static final int NEAR = 2;

    private final String text;

    Telling(String text) {
        this.text = text;
    }

    /// A moment to the second is made by a machine; one to the minute may be an appointment.
    boolean isMoment(int start, int end) {
        Lead lead = Lead.before(text, start);
        if (isOfToday(start, lead)) {
            return true;
        }
        boolean isExact = EXACT.matcher(text).region(start, end).find();
        return isExact && !lead.word(0).equals("deadline") || !lead.hasWord(PLANNED, NEAR);
    }

    boolean isDay(int start, int end, boolean hasWeekday) {
        return isOfToday(start, Lead.before(text, start)) || hasWeekday && isLineOfItsOwn(start, end);
    }

    boolean isClock(int start, int end) {
        boolean isStamp = end - start >= 8 && start > 0 && text.charAt(start - 1) == '['
                && end < text.length() && text.charAt(end) == ']';
        return isStamp || Lead.isAfterWord(text, start) && isOfToday(start, Lead.before(text, start));
    }

    boolean isEpoch(int start, int end) {
        return !Lead.before(text, start).hasWord(NUMBERED, 3)
                && !COUNTED.matcher(text).region(end, Math.min(text.length(), end + 16)).lookingAt();
    }

    private boolean isOfToday(int start, Lead lead) {
        int index = lead.skip(0, GLUE);
        if (TODAY.contains(lead.word(index))) {
            return true;
        }
        return isSaidToBe(lead) || isLabel(lead, index) || lead.word(0).equals("of") && lead.word(1).equals("as")
                || EASTERN.matcher(text.substring(Math.max(0, start - 12), start)).matches();
    }

    /// `It is`, `es ist`, `nous sommes le`, with nothing before it in its clause but a word like `so`.
    private static boolean isSaidToBe(Lead lead) {
        int index = lead.skip(0, Set.of("der", "le", "el", "the"));
        String verb = lead.word(index);
        String subject = lead.word(index + 1);
        return verb.equals("it's") || verb.equals("is") && subject.equals("it")
                || verb.equals("ist") && subject.equals("es")
                || verb.equals("est") && subject.equals("il") || verb.equals("sommes") && subject.equals("nous");
    }

    /// Whether a label such as `Date:` leads to the place: all of its clause is glue, or it says whose date it is.
    private static boolean isLabel(Lead lead, int index) {
        boolean hasLabel = lead.words().subList(0, index).stream().anyMatch(LABELS::contains);
        return hasLabel && (index == lead.clause() || OWN.contains(lead.word(index)));
    }

    private boolean isLineOfItsOwn(int start, int end) {
        boolean isFirst = start == 0 || text.charAt(start - 1) == '\n';
        boolean isLast = end == text.length() || text.charAt(end) == '\n' || text.startsWith(".\n", end);
        return isFirst && isLast;
    }
}
