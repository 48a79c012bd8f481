package dev.cachewright.ui.sessions;

import dev.cachewright.session.SessionSummary;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A session as the list shows it.
///
/// @param name that its user gave it, else the name of its prompt
/// @param state `shown here` or `open in another window`; empty where it is neither
record SessionRow(SessionSummary session, String name, String prompt, String last, String calls, String hitRate,
        String misses, String cost, String state) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

    static SessionRow of(SessionSummary session, ZoneId zone, String shown) {
        var totals = session.totals();
        String prompt = session.prompt().name();
        String state = session.id().equals(shown) ? Texts.get("sessions.shown")
                : session.isElsewhere() ? Texts.get("sessions.elsewhere") : "";
        return new SessionRow(session, session.title(), prompt,
                DAY.withZone(zone).format(session.last()), Numbers.count(totals.calls()),
                Numbers.percent(totals.hitRate()),
                Numbers.count(totals.misses()),
                Numbers.money(totals.cost()), state);
    }

    /// The name, and where the session is open.
    String title() {
        return state.isEmpty() ? name : Texts.format("sessions.title-state", name, state);
    }

    /// Whether each of these words is somewhere in it, in whatever case.
    boolean has(String search) {
        String all = String.join("\n", name, prompt, session.prompt().path(), session.models(), last, state)
                .toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
