package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.request.FlatTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Runs requests that were sent elsewhere through the rules of a cache, one after the other.
///
/// There is no prompt whose static prefix would promise anything: what a call should share with the latest ones to the
/// same model is used instead ([Forerunners]), the whole request where there is none.
public final class Replayer {

    /// Calls of the same instant do not see each other.
    private static final Duration AT_ONCE = Duration.ofNanos(1);

    /// From this share of what is the same on, there is nothing to look for that was lost.
    private static final double NEARLY_ALL = 0.95;
    /// After the answer of the call before has begun.
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Analyst analyst;
    private final Optional<RuleSet> rules;
    private final Map<String, Forerunners> before = new HashMap<>();
    private final Map<String, Destination> destinations = new HashMap<>();
    private final Map<String, Destination> elsewhere = new HashMap<>();
    private CacheState state = CacheState.empty();

    /// @param rules in place of those of each model
    public Replayer(Analyst analyst, Optional<RuleSet> rules) {
        this.analyst = analyst;
        this.rules = rules;
    }

    /// A replayed call.
    ///
    /// @param forecast as it would have been made
    /// @param measured the same with our count scaled to the input that the server reported, which its verdict is found by
    public record Replayed(CallForecast forecast, CallForecast measured) {
    }

    /// Everything that applies to calls to this model in the replay.
    public Destination destination(String modelId) {
        return destinations.computeIfAbsent(modelId, id -> analyst.destination(id, rules));
    }

    /// The same for calls to a server that is not the vendor's own.
    public Destination elsewhere(String modelId) {
        return elsewhere.computeIfAbsent(modelId, id -> analyst.elsewhere(id, rules));
    }

    /// The next request; empty where the rules of its model are not known.
    ///
    /// @param input the tokens of its input as its server reported them
    /// @param answersAfter how long after it its answer began
    public Optional<Replayed> next(CountedRequest counted, Instant at, OptionalLong input,
            Optional<Duration> answersAfter) {
        Settings settings = counted.request().settings();
        Optional<Terms> inUse = destination(settings.model()).terms(settings);
        if (inUse.isEmpty()) {
            return Optional.empty();
        }
        Terms terms = inUse.get();
        // Recorded calls share no text with each other in memory, only tokens.
        FlatTokens flat = counted.tokens().flat();
        Forerunners.Prefix prefix = before.computeIfAbsent(settings.model(), _ -> new Forerunners())
                .next(flat, counted.content().ends(), terms.rules().threshold(), at);
        var forecaster = new Forecaster(terms, prefix.tokens());
        CacheRequest request = terms.request(flat, counted.content(), prefix.tokens())
                .answeredAfter(answersAfter.orElse(AT_ONCE));
        Optional<Instant> last = prefix.at().filter(before -> before.isBefore(at));
        var made = replay(forecaster, counted, request, at, last);
        CacheRequest scaled = request.scaledTo(input);
        var measured = scaled == request ? made : replay(forecaster, counted, scaled, at, last);
        state = measured.state();
        return Optional.of(new Replayed(withAnswer(changed(made.forecast(), counted, prefix), request, terms, prefix),
                withAnswer(changed(measured.forecast(), counted, prefix), scaled, terms, prefix)));
    }

    /// A step of the rules. A breakpoint on the last message alone promises nothing by itself; what is lost by waiting
    /// since the call that the request goes on from is lost all the same.
    ///
    /// @param last when that call was sent
    private Forecaster.Result replay(Forecaster forecaster, CountedRequest counted, CacheRequest request, Instant at,
            Optional<Instant> last) {
        Forecaster.Result result = forecaster.next(state, counted, request, at);
        CallForecast forecast = result.forecast();
        boolean isNamed = switch (forecast.reason()) {
            case NONE, COLD, BELOW_THRESHOLD, NO_BREAKPOINT -> false;
            default -> true;
        };
        boolean isAll = forecast.split().cached() >= NEARLY_ALL * request.figure(request.prefix());
        return isNamed || isAll
                ? result
                : last.map(before -> forecaster.next(state, counted, request, before.plus(SOON)).forecast().split()
                        .cached()).filter(kept -> kept > forecast.split().cached())
                        .map(kept -> new Forecaster.Result(result.state(), forecast.expired(kept), result.reuse()))
                        .orElse(result);
    }

    /// Servers that reuse any prefix may have stored what they generated as well; those that leave out their thinking
    /// have not.
    private static CallForecast withAnswer(CallForecast forecast, CacheRequest request, Terms terms,
            Forerunners.Prefix prefix) {
        CacheRules rules = terms.rules();
        boolean isMore = prefix.answered() > prefix.tokens() && forecast.split().cached() > 0
                && !rules.hasBreakpoints();
        int most = isMore
                ? rules.reusable(request.figure(prefix.answered()), Math.toIntExact(forecast.split().input()))
                : 0;
        return asFirst(forecast, prefix).upTo(most);
    }

    /// Where the text changed, the breakpoint that is missing before it is not what was lost; nor where a conversation
    /// goes on with more than its breakpoint looks back over.
    private static CallForecast changed(CallForecast forecast, CountedRequest counted, Forerunners.Prefix prefix) {
        if (forecast.reason() == MissReason.NO_BREAKPOINT && forecast.split().written() > 0
                && prefix.at().isPresent()) {
            return forecast.because(MissReason.NOT_WRITTEN);
        }
        return forecast.reason() == MissReason.NO_BREAKPOINT && prefix.changedAt().isPresent()
                ? forecast.changedAt(prefix.changedAt().getAsInt(), counted.tokens())
                : forecast;
    }

    private static CallForecast asFirst(CallForecast forecast, Forerunners.Prefix prefix) {
        boolean isOfPrefix = forecast.reason() == MissReason.PREFIX_CHANGED
                || forecast.reason() == MissReason.NO_BREAKPOINT && forecast.split().written() > 0;
        return prefix.isNew() && isOfPrefix && forecast.split().cached() == 0
                ? forecast.because(MissReason.COLD)
                : forecast;
    }
}
