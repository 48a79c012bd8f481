package dev.cachewright.cache;

import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Life;
import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.cache.state.Partition;
import dev.cachewright.cache.state.Partitions;
import dev.cachewright.cache.state.Trail;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.prompt.CacheSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Caches that reuse the longest common prefix with any request they have seen, and write for free.
abstract sealed class PrefixRules implements CacheRules
        permits OpenAiClassicRules, OpenAiGridRules, LongestPrefixRules, StepRules, NoCacheRules {

    private final Vendor vendor;

    PrefixRules(Vendor vendor) {
        this.vendor = vendor;
    }

    /// How long a request with these wishes is kept.
    abstract Lifetime lifetime(CacheSettings wishes);

    @Override
    public final Lifetime lifetimeOf(RequestContent content) {
        return lifetime(content.wishes());
    }

    @Override
    public final Partitions partitions(Map<String, String> sent) {
        return vendor.partitions(sent);
    }

    @Override
    public final Reuse reuse(CacheRequest request) {
        int tokens = reusable(request.figure(request.prefix()), request.size());
        return new Reuse(tokens, request.prefix(), List.of(), tokens == 0 ? whyNothing() : MissReason.NONE);
    }

    /// Why a warm call would read nothing.
    MissReason whyNothing() {
        return MissReason.BELOW_THRESHOLD;
    }

    private static Optional<Life> life(Trail trail, Partition partition, int readTo, Reuse reuse, Miss miss) {
        boolean isExpired = miss.reason() == MissReason.EXPIRED;
        int position = isExpired ? Math.min(trail.known(partition), reuse.end()) : readTo;
        return position == 0 ? Optional.empty() : trail.seenAt(position, partition);
    }

    @Override
    public final CacheStep step(CacheState state, CacheRequest request, Instant at,
            Function<InputSplit, Duration> answersAfter) {
        Partition partition = request.partitions().messages();
        Trail trail = state.trailOf(request.tokens());
        int shared = trail.live(partition, at);
        int cached = reusable(request.figure(shared), request.size());
        Reuse reuse = reuse(request);
        Miss miss = Miss.of(vendor, state, trail, request, reuse, cached, at);
        boolean isSure = cached == 0
                ? miss.isSure()
                : trail.seenAt(shared, partition).filter(life -> !life.isSure(at)).isEmpty();
        var split = new InputSplit(cached, 0, request.size() - cached);
        var life = new Life(partition, lifetime(request.content().wishes()), at.plus(answersAfter.apply(split)), at);
        return new CacheStep(state.with(trail, request.tokens(), life, Map.of()),
                new Outcome(split, cached == 0 ? 0 : shared, reuse, miss.sure(isSure),
                        life(trail, partition, cached == 0 ? 0 : shared, reuse, miss)));
    }
}
