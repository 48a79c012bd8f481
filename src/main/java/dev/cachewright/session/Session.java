package dev.cachewright.session;

import java.util.ArrayList;
import java.util.List;

/// The calls made since the session was started, oldest first; immutable.
///
/// @param id names the session on disk
public record Session(String id, List<Call> calls) {

    public Session {
        calls = List.copyOf(calls);
    }

    public static Session started(String id) {
        return new Session(id, List.of());
    }

    public Session with(Call call) {
        var next = new ArrayList<>(calls);
        next.add(call);
        return new Session(id, next);
    }

    /// The number of the next call.
    public int nextNumber() {
        return calls.isEmpty() ? 1 : calls.getLast().number() + 1;
    }

    public Statistics statistics() {
        return Statistics.of(calls);
    }
}
