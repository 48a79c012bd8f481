package dev.cachewright.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a cache holds at an instant; unchangeable.
public final class CacheState {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final CacheState EMPTY = new CacheState(List.of());

    private final List<CacheEntry> entries;

    private CacheState(List<CacheEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /// A cache that has seen no request.
    public static CacheState empty() {
        return EMPTY;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// How many tokens of `request` the best entry of its partition begins with.
    ///
    /// @param live whether only entries count that are live at `at`, or only those that are not
    int longestShared(CacheRequest request, Instant at, boolean live) {
        return entries.stream()
                .filter(entry -> entry.isLive(at) == live && entry.partition().equals(request.partition()))
                .mapToInt(entry -> entry.tokens().commonPrefix(request.tokens())).max().orElse(0);
    }

    /// The live entry of another partition that shares most with `request`.
    Optional<CacheEntry> nearestElsewhere(CacheRequest request, Instant at) {
        return entries.stream().filter(entry -> entry.isLive(at) && !entry.partition().equals(request.partition()))
                .max(Comparator.comparingInt(entry -> entry.tokens().commonPrefix(request.tokens())));
    }

    /// The state after `request` was answered at `at`. Entries that it covers are replaced by it; those that ran out
    /// long ago are forgotten, the others are kept to tell why a call missed.
    CacheState with(CacheRequest request, Instant at) {
        var next = new ArrayList<CacheEntry>();
        for (CacheEntry entry : entries) {
            boolean isCovered = entry.partition().equals(request.partition())
                    && entry.tokens().commonPrefix(request.tokens()) == entry.tokens().total();
            if (!isCovered && at.isBefore(entry.expiresAt().plus(REMEMBERED))) {
                next.add(entry);
            }
        }
        next.add(new CacheEntry(request.partition(), request.tokens(), at.plus(request.lifetime())));
        return new CacheState(next);
    }
}
