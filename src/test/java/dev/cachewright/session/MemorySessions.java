package dev.cachewright.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sessions in memory, for tests of what uses a store; full where it is told to be.
public final class MemorySessions implements SessionStore {

    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Exchange> exchanges = new LinkedHashMap<>();
    private final List<Call> appended = new ArrayList<>();
    private final List<Exchange> sent = new ArrayList<>();
    private String full = "";

    /// A store that holds this session, of whose calls each has sent and received the same.
    public static MemorySessions of(Session session, Exchange exchange) {
        var made = new MemorySessions();
        made.sessions.put(session.id(), session);
        session.calls().forEach(call -> made.exchanges.put(key(session.id(), call.number()), exchange));
        return made;
    }

    /// From now on nothing can be kept, for this reason; an empty one makes room.
    public MemorySessions fill(String reason) {
        full = reason;
        return this;
    }

    /// The calls that were kept, in that order.
    public synchronized List<Call> appended() {
        return List.copyOf(appended);
    }

    /// What the calls that were kept have sent and received, in that order.
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(sent);
    }

    /// The ids of all sessions.
    public synchronized List<String> ids() {
        return List.copyOf(sessions.keySet());
    }

    @Override
    public synchronized void append(Session session, Call call, Exchange exchange) throws IOException {
        if (!full.isEmpty()) {
            throw new IOException(full);
        }
        Session before = sessions.getOrDefault(session.id(),
                new Session(session.id(), session.name(), session.prompt(), List.of()));
        sessions.remove(session.id());
        sessions.put(session.id(), before.of(session.prompt()).with(call));
        exchanges.put(key(session.id(), call.number()), exchange);
        appended.add(call);
        sent.add(exchange);
    }

    @Override
    public synchronized Optional<Restored> last() {
        return sessions.isEmpty() ? Optional.empty()
                : Optional.of(new Restored(List.copyOf(sessions.values()).getLast(), Optional.empty()));
    }

    @Override
    public synchronized List<SessionSummary> list() {
        return sessions.values().stream().map(MemorySessions::summary).toList().reversed();
    }

    private static SessionSummary summary(Session session) {
        SessionSummary.Totals totals = SessionSummary.Totals.none();
        for (Call call : session.calls()) {
            totals = totals.with(call);
        }
        return new SessionSummary(session.id(), session.name(), session.prompt(),
                session.calls().getLast().measurement().timing().at(), session.calls().getLast().target().model(),
                totals, false);
    }

    @Override
    public synchronized Restored open(String id) {
        return new Restored(sessions.get(id), Optional.empty());
    }

    @Override
    public synchronized Session read(String id) throws IOException {
        if (!sessions.containsKey(id)) {
            throw new IOException("there is no session " + id);
        }
        return sessions.get(id);
    }

    @Override
    public synchronized Optional<Exchange> exchange(String session, int number) {
        return Optional.ofNullable(exchanges.get(key(session, number)));
    }

    @Override
    public synchronized void relabel(String session, String name, PromptSource prompt) {
        sessions.computeIfPresent(session, (id, kept) -> kept.named(name).of(prompt));
    }

    @Override
    public synchronized void delete(String session) {
        sessions.remove(session);
    }

    @Override
    public void release(String session) {
        // Nobody else looks.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private static String key(String session, int number) {
        return session + "/" + number;
    }
}
