package dev.cachewright.ui.sessions;

import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import java.util.List;
import java.util.function.UnaryOperator;

/// What one side of a comparison may be: a session, or a half of it.
///
/// @param session its id; empty for the session that is shown
/// @param part takes the calls that count
record SideChoice(String label, String session, UnaryOperator<List<Call>> part) {

    static final UnaryOperator<List<Call>> WHOLE = calls -> calls;
    static final UnaryOperator<List<Call>> FIRST_HALF = calls -> calls.subList(0, calls.size() / 2);
    static final UnaryOperator<List<Call>> SECOND_HALF = calls -> calls.subList(calls.size() / 2, calls.size());

    List<Call> of(Session whole) {
        return part.apply(whole.calls());
    }

    /// As lists show it.
    @Override
    public String toString() {
        return label;
    }
}
