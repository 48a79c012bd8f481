package dev.cachewright.provider.count;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What servers counted lately, by the exact request; what was not asked for the longest is forgotten first. Safe for
/// several threads.
final class CountMemory {

    /// A token takes four bytes: at most 64 MB.
    private static final long MOST_TOKENS = 16_000_000;
    private static final float LOAD = 0.75f;

    private final Map<Key, ServerCount> counts = new LinkedHashMap<>(16, LOAD, true);
    private final Map<String, CountWay> ways = new HashMap<>();
    private long tokens;

    /// @param server its base URL
    /// @param body of the call
    record Key(String server, String body) {
    }

    synchronized Optional<ServerCount> get(Key key) {
        return Optional.ofNullable(counts.get(key));
    }

    /// Where the same request is cut in another way than before, the server has another model, and nothing that it said
    /// holds any more.
    synchronized void put(Key key, ServerCount count) {
        ways.put(key.server(), count.way());
        ServerCount before = counts.get(key);
        if (before != null && !before.equals(count)) {
            counts.keySet().removeIf(other -> other.server().equals(key.server()));
        }
        counts.put(key, count);
        tokens = counts.values().stream().mapToLong(CountMemory::weight).sum();
        var oldest = counts.entrySet().iterator();
        while (tokens > MOST_TOKENS && counts.size() > 1) {
            tokens -= weight(oldest.next().getValue());
            oldest.remove();
        }
    }

    /// How a server counted last.
    synchronized Optional<CountWay> wayOf(String server) {
        return Optional.ofNullable(ways.get(server));
    }

    /// The text of a request takes about as much as its tokens.
    private static long weight(ServerCount count) {
        return 2L * count.tokens() + 1;
    }
}
