package dev.cachewright.cache;

import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Life;
import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.cache.state.Partitions;
import dev.cachewright.cache.state.Trail;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Caches that store prefixes at chosen ends of blocks, and read only what was stored at one of them.
abstract sealed class BreakpointRules implements CacheRules permits OpenAiBreakpointRules, AnthropicRules {

    private static final Pattern TTL = Pattern.compile("[1-9]\\d{0,3}[smh]");
    /// A log may hold any words.
    private static final int MOST_LIFETIMES = 100;

    private final Vendor vendor;
    private final CacheTerms terms;
    /// By the words that ask for them.
    private final Map<String, Lifetime> lifetimes = new ConcurrentHashMap<>();

    BreakpointRules(Vendor vendor, CacheTerms terms) {
        this.vendor = vendor;
        this.terms = terms;
    }

    /// Where prefixes of a request end, in its order, each with the lifetime that it is stored for.
    ///
    /// @return empty where the provider refuses the request
    abstract Optional<List<Place>> places(CacheRequest request);

    /// A boundary and how long what ends there is kept.
    record Place(Boundary boundary, String ttl) {
    }

    final CacheTerms terms() {
        return terms;
    }

    @Override
    public final RuleSet set() {
        return terms.rules();
    }

    @Override
    public final int threshold() {
        return terms.minimum();
    }

    @Override
    public final boolean hasBreakpoints() {
        return true;
    }

    @Override
    public final int reusable(int shared, int size) {
        return shared < threshold() ? 0 : shared;
    }

    @Override
    public final OptionalInt nextStep(int shared) {
        return shared < threshold() ? OptionalInt.of(threshold()) : OptionalInt.empty();
    }

    @Override
    public final Partitions partitions(Map<String, String> sent) {
        return vendor.partitions(sent);
    }

    @Override
    public final Reuse reuse(CacheRequest request) {
        return reuse(request, places(request));
    }

    private Reuse reuse(CacheRequest request, Optional<List<Place>> found) {
        if (found.isEmpty()) {
            return new Reuse(0, 0, List.of(), MissReason.REFUSED);
        }
        List<Boundary> boundaries = new ArrayList<>(found.get().size());
        boolean hasNone = true;
        int best = -1;
        for (Place place : found.get()) {
            Boundary boundary = place.boundary();
            boundaries.add(boundary);
            if (boundary.isStatic() && boundary.isRead() && boundary.isWritten()) {
                hasNone = false;
                best = isLongEnough(request, boundary) ? Math.max(best, boundary.position()) : best;
            }
        }
        if (best >= 0) {
            return new Reuse(request.figure(best), best, boundaries, MissReason.NONE);
        }
        return new Reuse(0, 0, boundaries, hasNone && request.figure(request.prefix()) >= threshold()
                ? MissReason.NO_BREAKPOINT
                : MissReason.BELOW_THRESHOLD);
    }

    private boolean isLongEnough(CacheRequest request, Boundary boundary) {
        return request.figure(boundary.position()) >= threshold();
    }

    @Override
    public final CacheStep step(CacheState state, CacheRequest request, Instant at,
            Function<InputSplit, Duration> answersAfter) {
        Optional<List<Place>> found = places(request);
        Reuse reuse = reuse(request, found);
        if (found.isEmpty()) {
            return new CacheStep(state, new Outcome(InputSplit.uncached(request.size()), 0, reuse, Miss.refused(),
                    Optional.empty()));
        }
        Trail trail = state.trailOf(request.tokens());
        Optional<Read> read = read(trail, request, found.get(), at);
        int readTo = read.map(one -> one.boundary().position()).orElse(0);
        List<Place> writes = new ArrayList<>();
        for (Place place : found.get()) {
            if (place.boundary().isWritten() && isLongEnough(request, place.boundary())) {
                writes.add(place);
            }
        }
        Map<Integer, Life> stored = new HashMap<>();
        InputSplit split = split(request, readTo, writes);
        Instant usable = at.plus(answersAfter.apply(split));
        writes.forEach(place -> stored.put(place.boundary().position(),
                new Life(request.partitions().of(place.boundary().section()), lifetime(place.ttl()), usable, at)));
        // A read keeps what it reads for as long as it was stored for.
        read.ifPresent(one -> stored.merge(readTo, new Life(one.life().partition(), one.life().lifetime(), at, at),
                Life::touchedBy));
        Miss miss = Miss.of(vendor, state, trail, request, reuse, split.cached(), at);
        Life seen = new Life(request.partitions().messages(), longest(writes), usable, at);
        return new CacheStep(state.with(trail, request.tokens(), seen, stored),
                new Outcome(split, readTo, reuse, miss,
                        read.map(Read::life).or(() -> expired(trail, request, reuse, miss))));
    }

    private static Optional<Life> expired(Trail trail, CacheRequest request, Reuse reuse, Miss miss) {
        return reuse.boundaries().stream()
                .filter(boundary -> miss.reason() == MissReason.EXPIRED && boundary.position() == reuse.end())
                .flatMap(boundary -> trail.storedAt(reuse.end(), request.partitions().of(boundary.section())).stream())
                .findFirst();
    }

    /// The last of the places at which something is stored that is live.
    private static Optional<Read> read(Trail trail, CacheRequest request, List<Place> places, Instant at) {
        Optional<Read> last = Optional.empty();
        for (Place place : places) {
            Boundary boundary = place.boundary();
            int position = boundary.position();
            if (boundary.isRead() && last.filter(one -> one.boundary().position() >= position).isEmpty()) {
                Optional<Life> life = trail.storedAt(position, request.partitions().of(boundary.section()));
                last = life.isPresent() && life.get().isLive(at)
                        ? Optional.of(new Read(boundary, life.get()))
                        : last;
            }
        }
        return last;
    }

    /// Read up to A, written for the longer time up to B, for the shorter one up to C (Anthropic's billing positions).
    private InputSplit split(CacheRequest request, int readTo, List<Place> writes) {
        long cached = request.figure(readTo);
        long last = cached;
        long lastLong = cached;
        for (Place place : writes) {
            long figure = request.figure(place.boundary().position());
            last = Math.max(last, figure);
            lastLong = isLong(place.ttl()) ? Math.max(lastLong, figure) : lastLong;
        }
        return new InputSplit(cached, last - cached, request.size() - last, lastLong - cached);
    }

    /// Whether it is the longer of two lifetimes.
    private boolean isLong(String ttl) {
        return terms.ttls().size() > 1 && ttl.equals(terms.ttls().getLast());
    }

    @Override
    public final Lifetime lifetimeOf(RequestContent content) {
        String own = content.wishes().ttl();
        Optional<Lifetime> longest = Optional.empty();
        for (ContentEnd end : content.ends()) {
            if (end.mark().isPresent()) {
                String ttl = end.mark().get();
                longest = longer(longest, lifetime(ttl.isEmpty() ? own : ttl));
            }
        }
        return longest.orElseGet(() -> lifetime(own));
    }

    private static Optional<Lifetime> longer(Optional<Lifetime> known, Lifetime other) {
        return known.isPresent() && known.get().expected().compareTo(other.expected()) >= 0
                ? known
                : Optional.of(other);
    }

    private Lifetime longest(List<Place> writes) {
        Optional<Lifetime> longest = Optional.empty();
        for (Place place : writes) {
            longest = longer(longest, lifetime(place.ttl()));
        }
        return longest.orElseGet(() -> lifetime(terms.ttls().getFirst()));
    }

    /// `30m`, `12h`, `5m`, `1h`; for other words the default, as recorded requests may contain any.
    private Lifetime lifetime(String ttl) {
        if (lifetimes.size() > MOST_LIFETIMES) {
            lifetimes.clear();
        }
        return lifetimes.computeIfAbsent(ttl, asked -> {
            String known = TTL.matcher(asked).matches() ? asked : terms.ttls().getFirst();
            return Lifetime.exactly(Duration.parse("PT" + known.toUpperCase(Locale.ROOT)));
        });
    }

    /// A boundary at which a live prefix was found.
    private record Read(Boundary boundary, Life life) {
    }
}
