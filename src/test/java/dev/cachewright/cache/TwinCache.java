package dev.cachewright.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A cache by brute force: it keeps every token list that was stored, and looks through all of them.
final class TwinCache {

    /// A list of tokens that can be read.
    private static final class Stored {

        private final List<Integer> tokens;
        private final String partition;
        private Instant from;
        private Instant used;
        private Duration kept;

        private Stored(List<Integer> tokens, String partition) {
            this.tokens = tokens;
            this.partition = partition;
        }

        private boolean isThere(Instant at) {
            return at.isBefore(used.plus(kept));
        }
    }

    private final List<Stored> all = new ArrayList<>();

    private Optional<Stored> find(List<Integer> tokens, String partition) {
        return all.stream().filter(one -> one.partition.equals(partition) && one.tokens.equals(tokens)).findFirst();
    }

    boolean isReadable(List<Integer> tokens, String partition, Instant at) {
        return find(tokens, partition).filter(one -> one.isThere(at) && !at.isBefore(one.from)).isPresent();
    }

    /// Stores a list, or stores it again.
    void store(List<Integer> tokens, String partition, Instant at, Duration answersAfter, Duration kept) {
        Optional<Stored> before = find(tokens, partition);
        Stored stored = before.orElseGet(() -> new Stored(List.copyOf(tokens), partition));
        Instant from = at.plus(answersAfter);
        if (before.isEmpty() || !stored.isThere(at)) {
            stored.from = from;
            stored.kept = kept;
        } else {
            stored.from = stored.from.isBefore(from) ? stored.from : from;
            stored.kept = stored.kept.compareTo(kept) > 0 ? stored.kept : kept;
        }
        stored.used = at;
        if (before.isEmpty()) {
            all.add(stored);
        }
    }

    /// Keeps a list that was read for as long as it was stored for.
    void touch(List<Integer> tokens, String partition, Instant at) {
        find(tokens, partition).orElseThrow().used = at;
    }
}
