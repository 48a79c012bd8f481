package dev.cachewright.recorder;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Replayer;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads requests, and forecasts those that were answered, by the calls before them to the same server with the same
/// key: no two keys share a cache. Used by one thread.
///
/// A call is forecast when its answer begins, from which time on others can read what it stored: so calls that overlap
/// see each other as their server's cache does, however long each of them takes to end.
final class Forecasts {

    private final Analyst analyst;
    private final Optional<RuleSet> rules;
    private final byte[] salt;
    private final Map<Place, Replayer> replayers = new HashMap<>();

    /// @param rules in place of those of servers and models
    Forecasts(Analyst analyst, Optional<RuleSet> rules, byte[] salt) {
        this.analyst = analyst;
        this.rules = rules;
        this.salt = salt.clone();
    }

    /// A cache.
    private record Place(WatchedServer server, String key) {
    }

    /// The characters that stand for the key of a call.
    String group(CallCopy.Subject subject) {
        return subject.secrets().group(salt);
    }

    /// Reads a request and counts it.
    ///
    /// @param answersAfter how long after it its answer began; empty where its cache has not seen it
    /// @throws dev.cachewright.prompt.text.InputException where it is no request of this API
    Asked read(CallCopy.Subject subject, String body, Optional<Duration> answersAfter) {
        Request request = Renderer.render(RequestBodyReader.read(body, subject.api()), Row.empty());
        String model = request.settings().model();
        WatchedServer server = subject.server();
        Replayer replayer = replayers.computeIfAbsent(new Place(server, group(subject)),
                _ -> new Replayer(analyst, rules.or(server::rules)));
        Destination destination = server.isElsewhere() ? replayer.elsewhere(model) : replayer.destination(model);
        CountedRequest counted = destination.countAsIs(request);
        TokenRange input = destination.inputOf(counted);
        CallForecast forecast = answersAfter
                .flatMap(_ -> replayer.next(counted, subject.at(), OptionalLong.empty(), answersAfter))
                .map(Replayer.Replayed::forecast)
                .orElseGet(() -> new CallForecast(InputSplit.uncached(input.tokens()), Optional.empty(), 0,
                        MissReason.NO_RULES, ""));
        return new Asked(body, request.settings(), counted.lifetimes(), destination.model(), input, forecast,
                group(subject));
    }
}
