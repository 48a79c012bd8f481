package dev.cachewright.cache;

import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Life;
import dev.cachewright.cache.state.Partition;
import dev.cachewright.cache.state.Setting;
import dev.cachewright.cache.state.Trail;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.request.TokenSequence;
import java.time.Instant;
import java.util.Optional;

/// Why a request reads less than its static prefix promises.
///
/// @param word the vendor's own word for what changed (`tools_changed`); empty where nothing did, or none is published
/// @param isSure whether the rules say for sure how long what was read, or is no longer read, is kept
/// @param shared counted tokens that the request has in common with the nearest earlier one; 0 where that is not used
/// @param nearest that earlier request, where the text of this one differs from it
public record Miss(MissReason reason, String word, boolean isSure, int shared, Optional<TokenSequence> nearest) {

    private Miss(MissReason reason, String word, boolean isSure) {
        this(reason, word, isSure, 0, Optional.empty());
    }

    /// The miss of a request that the provider refuses.
    static Miss refused() {
        return new Miss(MissReason.REFUSED, "", true);
    }

    /// This miss with its certainty: whether time leaves open what is still kept.
    Miss sure(boolean isSureNow) {
        return new Miss(reason, word, isSureNow, shared, nearest);
    }

    /// @param reuse what a warm call would have read
    /// @param cached tokens that are read
    static Miss of(Vendor vendor, CacheState state, Trail trail, CacheRequest request, Reuse reuse, long cached,
            Instant at) {
        if (cached >= reuse.tokens()) {
            return new Miss(cached == 0 ? reuse.why() : MissReason.NONE, "", true);
        }
        if (state.isEmpty()) {
            return new Miss(MissReason.COLD, "", true);
        }
        Partition partition = request.partitions().messages();
        int live = trail.live(partition, at);
        int known = trail.known(partition);
        Optional<Trail.Elsewhere> elsewhere = trail.elsewhere(partition, at);
        int other = elsewhere.map(Trail.Elsewhere::shared).orElse(0);
        if (live >= Math.max(known, other)) {
            return live >= reuse.end()
                    ? new Miss(hasExpired(trail, request, reuse, at) ? MissReason.EXPIRED : MissReason.NOT_WRITTEN, "",
                            true)
                    : new Miss(MissReason.PREFIX_CHANGED, vendor.word(roleAt(request, live)), true, live,
                            trail.sourceAt(Math.max(1, live)));
        }
        if (other > known) {
            Setting changed = elsewhere.get().partition().difference(partition).orElseThrow();
            return new Miss(changed == Setting.KEY ? MissReason.KEY_CHANGED : MissReason.SETTING_CHANGED,
                    vendor.word(changed), true, other, Optional.empty());
        }
        return trail.pending(partition, at) == known
                ? new Miss(MissReason.TOO_EARLY, "", true)
                : new Miss(MissReason.EXPIRED, "",
                        trail.seenAt(Math.min(known, reuse.end()), partition).filter(life -> !life.isSure(at))
                                .isEmpty());
    }

    /// Whether what would have been read was stored there, and is kept no longer; other parts may live on.
    private static boolean hasExpired(Trail trail, CacheRequest request, Reuse reuse, Instant at) {
        for (Boundary boundary : reuse.boundaries()) {
            Optional<Life> life = boundary.position() == reuse.end()
                    ? trail.storedAt(reuse.end(), request.partitions().of(boundary.section()))
                    : Optional.empty();
            if (life.isPresent() && !life.get().isLive(at) && !at.isBefore(life.get().usableFrom())) {
                return true;
            }
        }
        return false;
    }

    /// What the token after the first `count` belongs to.
    private static Role roleAt(CacheRequest request, int count) {
        for (ContentEnd end : request.content().ends()) {
            if (end.position() > count) {
                return end.role();
            }
        }
        return Role.USER;
    }
}
