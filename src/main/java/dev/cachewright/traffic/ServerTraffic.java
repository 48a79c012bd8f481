package dev.cachewright.traffic;

import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.Rates;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Settings;
import dev.cachewright.session.Billing;
import dev.cachewright.traffic.piece.Overlap;
import dev.cachewright.traffic.piece.RequestShape;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The calls to one server: their families, and what became of each.
final class ServerTraffic {

    /// Settings that calls have are kept up to so many kinds.
    private static final int KINDS = 1_000;

    private final Function<TrafficRecord.Route, Destination> destinations;
    private final Families families = new Families();
    private final Judge judge = new Judge();
    private final Map<Settings, Kind> kinds = new HashMap<>();
    private final Conversations conversations = new Conversations();

    ServerTraffic(Function<TrafficRecord.Route, Destination> destinations) {
        this.destinations = destinations;
    }

    /// What calls with the same settings have in common.
    ///
    /// @param tier that their prices are those of
    private record Kind(Optional<Terms> terms, String tier) {
    }

    /// A judged call.
    ///
    /// @param family its number, and its name; 0 where the log holds no request
    /// @param lifetime of what it stores
    /// @param hasCache whether what it went to has one, as far as that is known
    /// @param started what the first call of the family stored for this one, where this is the second
    record Judged(int family, String name, Judgement judgement, Optional<Money> cost, Optional<Duration> lifetime,
            boolean hasCache, Optional<Loss> started) {
    }

    Judged add(TrafficRecord call, Instant at) {
        Destination destination = destinations.apply(call.route());
        Settings settings = call.shape().map(RequestShape::settings)
                .orElseGet(() -> Settings.of(call.route().model(), Api.CHAT));
        Set<String> lifetimes = call.shape().map(shape -> shape.content().lifetimes(settings)).orElse(Set.of());
        if (kinds.size() > KINDS) {
            kinds.clear();
        }
        Kind kind = kinds.computeIfAbsent(settings, sent -> new Kind(destination.terms(sent),
                SentSettings.tier(sent)));
        Optional<Money> cost = Billing.bill(destination.model(), kind.tier(), lifetimes, call.usage(), at).cost();
        // What a call lost has a price where the call has one, so that never more is wasted than paid.
        Optional<Rates> rates = destination.model().filter(_ -> cost.isPresent())
                .flatMap(row -> row.ratesAt(at, call.usage().input().orElse(0), kind.tier()));
        Optional<Terms> inUse = kind.terms();
        if (call.shape().isEmpty()) {
            List<Loss> expired = inUse.filter(_ -> call.at().isPresent())
                    .map(known -> conversations.next(call, known.rules(), rates, at)).orElse(List.of());
            return new Judged(0, "", Judgement.of(call, expired), cost, Optional.empty(), true, Optional.empty());
        }
        RequestShape shape = call.shape().get();
        Family family = families.of(shape);
        Judgement judgement = inUse
                .map(known -> judge.judge(call, known, rates, family.near(shape, at), at))
                .orElseGet(() -> Judgement.of(call, List.of()));
        var sent = new Recent(call, at, at.plus(call.untilAnswer()));
        Optional<Loss> started = inUse
                .flatMap(known -> family.only().flatMap(first -> started(first, sent, known)));
        families.add(family, sent);
        return new Judged(family.id(), family.title(), judgement, cost,
                inUse.filter(ServerTraffic::hasCache)
                        .map(known -> known.rules().lifetimeOf(shape.content()).expected()),
                inUse.filter(known -> !hasCache(known)).isEmpty(), started);
    }

    private static boolean hasCache(Terms terms) {
        return terms.rules().set() != RuleSet.Named.NONE;
    }

    /// What the first call of a family had to process for the second one to share.
    private static Optional<Loss> started(Recent first, Recent sent, Terms known) {
        var overlap = new Overlap();
        overlap.of(first.tokens());
        int shared = overlap.with(sent.tokens());
        int tokens = known.rules().reusable(known.request(first.tokens(), first.shape().content(), shared)
                .figure(shared), first.tokens().total());
        return tokens == 0
                ? Optional.empty()
                : Optional.of(new Loss(WasteCause.COLD, tokens, Optional.empty(),
                        new Example(sent.call().route().model(), first.call().place(), sent.call().place(), "", shared,
                                Optional.empty())));
    }
}
