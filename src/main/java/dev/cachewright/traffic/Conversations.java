package dev.cachewright.traffic;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.catalog.Rates;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.session.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Conversations of logs that hold no requests: usage and times alone tell that what was stored had expired.
final class Conversations {

    private static final int MOST = 4_096;
    private static final String LONG = "1h";

    private final Map<String, Turn> latest = new LinkedHashMap<>(64, 0.75f, true);

    /// The latest call of a conversation.
    private record Turn(TrafficRecord call, long stored, Instant at, Duration kept) {
    }

    /// What a call lost since the one before it in its conversation: a conversation grows, so that it could have read
    /// what that one had sent.
    List<Loss> next(TrafficRecord call, CacheRules rules, Optional<Rates> rates, Instant at) {
        Usage usage = call.usage().ofRequest();
        if (call.conversation().isEmpty() || usage.input().isEmpty() || usage.cached().isEmpty()) {
            return List.of();
        }
        long input = usage.input().getAsLong();
        String ttl = usage.longWritten().orElse(0) > 0 ? LONG : "";
        Duration kept = rules.lifetimeOf(new RequestContent(List.of(), Set.of(), CacheSettings.none().withTtl(ttl)))
                .expected();
        long stored = rules.hasBreakpoints() ? usage.cached().getAsLong() + usage.written().orElse(0) : input;
        Optional<Turn> before = Optional.ofNullable(latest.put(call.conversation() + '\n' + call.route().model(),
                new Turn(call.withoutBody(), stored, at, kept)));
        if (latest.size() > MOST) {
            latest.remove(latest.keySet().iterator().next());
        }
        var waterfall = new Waterfall(call, rates, usage.cached().getAsLong(), input);
        before.filter(turn -> turn.stored() <= input && !at.isBefore(turn.at().plus(turn.kept())))
                .ifPresent(turn -> waterfall.fall(rules.reusable(Math.toIntExact(turn.stored()),
                        Math.toIntExact(input)), 0, WasteCause.EXPIRED, turn.call().place()));
        return waterfall.losses();
    }
}
