package dev.cachewright.traffic;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Destination;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/// Makes the profile of recorded calls, one after the other, in memory that does not grow with their number. For one
/// thread.
public final class TrafficProfiler {

    /// Calls are often written down when they end, and by several processes: so many are put into the order of their
    /// times.
    private static final int IN_ORDER = 8_192;
    /// Characters of their requests.
    private static final long MOST_WAITING = 16L << 20;
    /// Between calls that do not say when they were sent.
    private static final Duration PACE = Duration.ofSeconds(2);

    /// Characters of all requests that are kept.
    private static final long MOST_TEXT = 100L << 20;
    private static final int MOST_FAMILIES = 20_000;
    /// Calls from one look at what is kept to the next.
    private static final int LOOK = 1_000;

    private final Analyst analyst;
    private final Optional<RuleSet> rules;
    private final BiConsumer<TrafficRecord, FamilyProfile> sorted;
    private final Map<TrafficRecord.Route, Destination> destinations = new HashMap<>();
    private final Map<TrafficRecord.Route, Server> serversOf = new HashMap<>();
    private final Map<String, Server> servers = new HashMap<>();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();

    private final Sums all = new Sums();
    private final Map<FamilyKey, FamilyProfile> families = new LinkedHashMap<>();
    private final Map<String, Sums> models = new HashMap<>();
    private final Map<String, Sums> routes = new HashMap<>();
    private final Map<String, Sums> keys = new HashMap<>();
    private final Timeline timeline = new Timeline();
    /// The same of the calls alone of which it is known what they could have read.
    private final Timeline judgedTimeline = new Timeline();
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private Instant next = Instant.EPOCH;
    private Instant judged = Instant.MIN;
    private long waitingText;
    private int made;
    private long numbers;
    private long withoutRequest;
    private long lostText;
    private Optional<TrafficRecord.Place> firstLost = Optional.empty();
    private long withoutCache;
    private long late;

    /// @param rules in place of those of each model
    public TrafficProfiler(Analyst analyst, Optional<RuleSet> rules) {
        this(analyst, rules, (_, _) -> {
        });
    }

    /// @param sorted is told the family of each call that has one
    public TrafficProfiler(Analyst analyst, Optional<RuleSet> rules, BiConsumer<TrafficRecord, FamilyProfile> sorted) {
        this.analyst = analyst;
        this.rules = rules;
        this.sorted = sorted;
    }

    /// A call that may still be behind one that was sent before it.
    private record Waiting(TrafficRecord call, Instant at, long number) implements Comparable<Waiting> {

        @Override
        public int compareTo(Waiting other) {
            int times = at.compareTo(other.at);
            return times != 0 ? times : Long.compare(number, other.number);
        }
    }

    /// @param number tells it from the others
    private record Server(int number, ServerTraffic traffic) {
    }

    private record FamilyKey(int server, int family) {
    }

    /// The next call of the logs.
    public void add(TrafficRecord call) {
        Instant at = call.at().orElse(next);
        next = at.plus(PACE);
        waiting.add(new Waiting(call, at, numbers++));
        waitingText += textOf(call);
        while (waiting.size() > IN_ORDER || waitingText > MOST_WAITING) {
            judge(waiting.remove());
        }
    }

    /// The profile of all calls.
    public TrafficProfile end() {
        while (!waiting.isEmpty()) {
            judge(waiting.remove());
        }
        var gaps = new Gaps();
        families.values().forEach(family -> gaps.add(family.gaps()));
        var remarks = new TrafficProfile.Remarks(withoutRequest, lostText, firstLost, withoutCache, late);
        return new TrafficProfile(all, families.values().stream().toList(), models, routes, keys,
                judgedTimeline.spans().isEmpty() ? timeline : judgedTimeline, gaps, first, last, remarks);
    }

    /// No vendor reads what another has stored, also where a log names no server.
    private Server server(TrafficRecord.Route route) {
        String provider = route.host().isEmpty() ? destination(route).model().map(Model::provider).orElse("") : "";
        return servers.computeIfAbsent(provider + route.cache(),
                _ -> new Server(servers.size(), new ServerTraffic(this::destination)));
    }

    private static int textOf(TrafficRecord call) {
        return call.body().map(String::length).orElse(0);
    }

    private void judge(Waiting sent) {
        TrafficRecord call = sent.call();
        waitingText -= textOf(call);
        Instant at = sent.at();
        if (at.isBefore(judged)) {
            late++;
        } else {
            judged = at;
        }
        if (call.at().isPresent()) {
            first = first.filter(known -> !at.isBefore(known)).or(() -> Optional.of(at));
            last = last.filter(known -> !at.isAfter(known)).or(() -> Optional.of(at));
        }
        String host = call.route().host();
        Server server = serversOf.computeIfAbsent(call.route(), this::server);
        ServerTraffic.Judged result = server.traffic().add(call, at);
        all.add(call, result.judgement(), result.cost());
        sums(models, call.route().model()).add(call, result.judgement(), result.cost());
        sums(routes, host).add(call, result.judgement(), result.cost());
        if (!call.route().key().isEmpty()) {
            sums(keys, call.route().key()).add(call, result.judgement(), result.cost());
        }
        if (result.family() == 0) {
            withoutRequest++;
            if (call.isTextLost()) {
                lostText++;
                firstLost = firstLost.or(() -> Optional.of(call.place()));
            }
        } else {
            withoutCache += result.hasCache() ? 0 : 1;
            FamilyProfile family = families.computeIfAbsent(new FamilyKey(server.number(), result.family()),
                    _ -> new FamilyProfile(++made, result.name()));
            family.add(call, at, result.lifetime());
            sorted.accept(call, family);
            family.sums().add(call, result.judgement(), result.cost());
            result.started().ifPresent(loss -> {
                family.sums().add(loss);
                all.add(loss);
            });
        }
        if (all.calls() % LOOK == 0) {
            thin();
        }
        if (call.at().isPresent() && result.judgement().isReported()) {
            addToTimeline(call, result.judgement(), at);
        }
    }

    private void addToTimeline(TrafficRecord call, Judgement judgement, Instant at) {
        long input = call.usage().ofRequest().input().orElse(0);
        long cached = judgement.cached().orElse(0);
        timeline.add(at, input, cached, judgement.reachable().orElse(0));
        if (input > 0 && judgement.reachable().isPresent()) {
            judgedTimeline.add(at, input, cached, judgement.reachable().getAsLong());
        }
    }

    /// Drops what is known of the families with the fewest calls, where there is too much of it.
    private void thin() {
        if (families.size() > MOST_FAMILIES) {
            families.values().removeIf(family -> family.sums().calls() == 1);
        }
        long text = families.values().stream().mapToLong(FamilyProfile::text).sum();
        for (int few = 1; text > MOST_TEXT; few *= 2) {
            long most = few;
            for (FamilyProfile family : families.values()) {
                if (family.sums().calls() <= most) {
                    text -= family.text();
                    family.drop();
                }
            }
        }
    }

    private static Sums sums(Map<String, Sums> by, String name) {
        return by.computeIfAbsent(name, _ -> new Sums());
    }

    private Destination destination(TrafficRecord.Route route) {
        return destinations.computeIfAbsent(route, to -> to.isElsewhere()
                ? analyst.elsewhere(to.model(), rules)
                : analyst.destination(to.model(), rules));
    }
}
