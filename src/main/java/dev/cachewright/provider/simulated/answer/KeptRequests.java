package dev.cachewright.provider.simulated.answer;

import dev.cachewright.analysis.Divergence;
import dev.cachewright.analysis.Terms;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.format.divergence.RequestDivergence;
import dev.cachewright.prompt.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/// Requests that later ones are compared with, by the id of their answer: those of the last hour, up to a size.
///
/// Both vendors keep records of requests for "a short period" and do not say how long.
public final class KeptRequests {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 1_000;
    private static final long MOST_CHARACTERS = 16_000_000;

    private final Answers answers;
    private final InstantSource clock;
    private final SequencedMap<String, Kept> requests = new LinkedHashMap<>();
    private long characters;

    /// @param answers reads a request again that later ones are compared with: kept as read, it would take many times
    /// the room
    public KeptRequests(Answers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /// A request as it came.
    private record Kept(String json, Api api, Optional<InputSplit> split, Set<String> betas, Instant at) {
    }

    /// An earlier request.
    ///
    /// @param split of its input; empty where the rules are not known
    /// @param betas the words of its `anthropic-beta` header
    public record Earlier(Asked asked, Optional<InputSplit> split, Set<String> betas) {

        /// What the cache held of it once it was answered.
        private long stored() {
            return split.map(used -> used.cached() + used.written()).orElse(0L);
        }
    }

    public synchronized void keep(String id, Asked asked, CacheAccount.InputUse input, Set<String> betas) {
        Instant now = clock.instant();
        requests.put(id, new Kept(asked.json(), asked.api(), input.split(), betas, now));
        characters += asked.json().length();
        while (requests.size() > MOST || characters > MOST_CHARACTERS && requests.size() > 1 || isOver(now)) {
            characters -= requests.pollFirstEntry().getValue().json().length();
        }
    }

    private boolean isOver(Instant now) {
        return requests.firstEntry().getValue().at().plus(KEPT).isBefore(now);
    }

    /// @param api whose requests are looked through
    public Optional<Earlier> find(String id, Api api) {
        return kept(id).filter(kept -> kept.api() == api).map(kept -> new Earlier(
                answers.ask(new Call(kept.json(), Set.of()).tree().orElseThrow(), kept.json(), kept.api()),
                kept.split(), kept.betas()));
    }

    private synchronized Optional<Kept> kept(String id) {
        return Optional.ofNullable(requests.get(id)).filter(kept -> !kept.at().plus(KEPT).isBefore(clock.instant()));
    }

    /// Where a request diverges from an earlier one; without a reason where it only goes on after it.
    public static Divergence between(Asked earlier, Asked later) {
        Divergence found = RequestDivergence.of(side(earlier), side(later));
        String list = earlier.api() == Api.RESPONSES ? "input" : "messages";
        var first = Pattern.compile("/" + list + "/(\\d{1,9}).*").matcher(found.body().path());
        boolean goesOn = first.matches() && earlier.body().path(list).isArray()
                && Integer.parseInt(first.group(1)) >= earlier.body().path(list).size();
        return goesOn ? Divergence.inSetting(found.commonTokens(), "") : found;
    }

    /// What the model's server counts for all of an earlier request but the beginning that it shares with a later one.
    public static int lost(Asked earlier, Divergence divergence) {
        return earlier.tokens() - earlier.figure(divergence.commonTokens());
    }

    /// What of the earlier request the rules could have read, whatever the later one asks.
    public static long reusable(Earlier earlier) {
        Asked asked = earlier.asked();
        return asked.destination().terms(asked.counted().request().settings()).map(Terms::rules)
                .map(rules -> rules.hasBreakpoints()
                        ? earlier.stored()
                        : (long) rules.reusable(asked.tokens(), asked.tokens()))
                .orElse(0L);
    }

    private static RequestDivergence.Side side(Asked asked) {
        return asked.destination().isAtAnthropic()
                ? RequestDivergence.Side.atAnthropic(asked.counted().tokens(), asked.json())
                : new RequestDivergence.Side(asked.counted().tokens(), asked.json());
    }
}
