package dev.cachewright.cache;

import dev.cachewright.cache.state.CacheState;
import java.time.Duration;
import java.time.Instant;

/// A cache of some rules that requests are sent to, one after the other.
final class Cache {

    private final CacheRules rules;
    private CacheState state = CacheState.empty();
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    Cache(CacheRules rules) {
        this.rules = rules;
    }

    static Cache of(String name) {
        return new Cache(UsualRules.of(name));
    }

    Cache after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Outcome send(Talk talk) {
        CacheStep step = rules.step(state, talk.to(rules), now);
        state = step.state();
        return step.outcome();
    }

    /// What was cached, written and neither, as words.
    String split(Talk talk) {
        var split = send(talk).split();
        return split.cached() + " + " + split.written() + " + " + split.uncached();
    }
}
