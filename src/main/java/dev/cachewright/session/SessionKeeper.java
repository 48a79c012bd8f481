package dev.cachewright.session;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps calls on disk, and those that the disk refuses in memory until it takes them: with the next call, or for as
/// long as the window lives. To be used from any thread.
public final class SessionKeeper {

    private final SessionStore store;
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();

    public SessionKeeper(SessionStore store) {
        this.store = store;
    }

    private record Key(String session, int number) {
    }

    private record Waiting(Session session, Call call, Exchange exchange) {
    }

    /// Keeps a call, and before it those that were refused.
    ///
    /// @throws IOException where the disk refuses it; it is in memory then
    public synchronized void keep(Session session, Call call, Exchange exchange) throws IOException {
        waiting.put(new Key(session.id(), call.number()), new Waiting(session, call, exchange));
        retry();
    }

    /// Keeps those that were refused, as far as the disk takes them now.
    ///
    /// @throws IOException where it refuses the first of them that it has not taken
    public synchronized void retry() throws IOException {
        for (Map.Entry<Key, Waiting> each : List.copyOf(waiting.entrySet())) {
            Waiting next = each.getValue();
            store.append(next.session(), next.call(), next.exchange());
            waiting.remove(each.getKey());
        }
    }

    /// How many calls of a session are in memory alone.
    public synchronized int waiting(String session) {
        return (int) waiting.keySet().stream().filter(key -> key.session().equals(session)).count();
    }

    /// What went out and came back in a call.
    ///
    /// @throws IOException where it cannot be read
    public Exchange exchange(String session, int number) throws IOException {
        Optional<Exchange> held = held(session, number);
        return held.isPresent()
                ? held.get()
                : store.exchange(session, number)
                        .orElseThrow(() -> new IOException("what call " + number + " sent was not kept"));
    }

    /// That of a call that is in memory alone.
    private synchronized Optional<Exchange> held(String session, int number) {
        return Optional.ofNullable(waiting.get(new Key(session, number))).map(Waiting::exchange);
    }
}
