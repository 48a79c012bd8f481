package dev.cachewright.whatif;

import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.analysis.Terms;
import dev.cachewright.cache.Boundary;
import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.CacheStep;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.catalog.Rates;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A prompt whose rows are counted for one model and lifetime.
///
/// The rule engine says what each row reads and writes where nothing is kept, and where the row before it was sent a
/// moment ago. So every call is taken for one with values that were not sent within the lifetime; of a prompt with a
/// single row, for one with the same values.
public final class CountedPrompt {

    /// From a call to the next one that can read what it stored.
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Destination destination;
    private final Settings settings;
    private final Terms terms;
    private final List<CacheRequest> requests;
    private final Lifetime lifetime;
    private final Estimate estimate;
    private final Optional<String> breakpoint;
    private final Optional<Block> end;
    private final int prefix;
    private final int padAt;

    /// @param terms of the prompt's settings there
    private CountedPrompt(Prompt prompt, Destination destination, Settings settings, Terms terms, CountedRows rows) {
        this.estimate = destination.estimate(rows.rows().getFirst());
        this.breakpoint = Optional.empty();
        this.destination = destination;
        this.settings = settings;
        this.terms = terms;
        this.prefix = rows.prefix().tokens();
        this.end = prefix < rows.rows().getFirst().tokens().size()
                ? prompt.block(rows.prefix().end().blockId())
                : Optional.empty();
        this.requests = rows.rows().stream().map(row -> terms.request(row, prefix)).toList();
        this.lifetime = rows.rows().stream().map(CountedRequest::content).map(terms.rules()::lifetimeOf)
                .max(Comparator.comparing(Lifetime::expected)).orElseThrow();
        this.padAt = padAt(requests.getFirst());
    }

    /// @param rows of this prompt
    /// @return empty where the rules of the cache are not known there
    public static Optional<CountedPrompt> of(Prompt prompt, CountedRows rows, Destination destination) {
        Settings settings = rows.rows().getFirst().request().settings();
        return destination.terms(settings).map(terms -> new CountedPrompt(prompt, destination, settings, terms,
                rows));
    }

    private CountedPrompt(CountedPrompt counted, String breakpoint) {
        this.destination = counted.destination;
        this.settings = counted.settings;
        this.terms = counted.terms;
        this.requests = counted.requests;
        this.lifetime = counted.lifetime;
        this.estimate = counted.estimate;
        this.breakpoint = Optional.of(breakpoint);
        this.end = counted.end;
        this.prefix = counted.prefix;
        this.padAt = counted.padAt;
    }

    /// The same, with a breakpoint after that block that only is supposed.
    CountedPrompt supposing(String block) {
        return new CountedPrompt(this, block);
    }

    /// The block after which a breakpoint is supposed; empty where the prompt is taken as it is.
    public Optional<String> breakpoint() {
        return breakpoint;
    }

    /// Whether even a prefix that is long enough would not be read without a breakpoint. Asked of one that is padded, since
    /// a short one is told to be short first.
    boolean needsBreakpoint() {
        return why(rules().threshold()) == MissReason.NO_BREAKPOINT;
    }

    /// The last block that all rows share to its end, and that may end what is kept.
    Optional<String> lastShared() {
        return requests.getFirst().content().ends().stream()
                .filter(end -> end.isCacheable() && end.position() <= prefix)
                .max(Comparator.comparingInt(ContentEnd::position)).map(ContentEnd::blockId);
    }

    /// Before the end of the last part of the static prefix that is kept; where none is, at the end of the prefix.
    private int padAt(CacheRequest request) {
        return terms.rules().reuse(request).boundaries().stream().filter(Boundary::isWritten)
                .mapToInt(Boundary::position).filter(position -> position <= prefix).max().orElse(prefix);
    }

    public CacheRules rules() {
        return terms.rules();
    }

    /// How long what a call stores is kept after its last use.
    public Lifetime lifetime() {
        return lifetime;
    }

    /// How exact its counts are: those of the first row.
    public Estimate estimate() {
        return estimate;
    }

    /// Where it goes.
    public Destination destination() {
        return destination;
    }

    /// Tokens that all rows begin with, without padding.
    public int prefix() {
        return prefix;
    }

    /// The block in which the prefix ends, with what changes; empty where all rows are the same.
    public Optional<Block> end() {
        return end;
    }

    /// Counted requests, one for each row.
    public int rows() {
        return requests.size();
    }

    /// What calls read, write and cost on that day with so many tokens more in the static prefix.
    ///
    /// @param pad in tokens as they are counted here, from 0 on
    public Means means(int pad, Instant at) {
        List<CacheRequest> padded = requests.stream().map(request -> padded(request, pad)).toList();
        var pairs = new ArrayList<Means.Pair>();
        for (int i = 0; i < padded.size(); i++) {
            CacheRequest now = padded.get(i);
            CacheState warm = step(CacheState.empty(), padded.get((i + 1) % padded.size()), at).state();
            pairs.add(new Means.Pair(step(CacheState.empty(), now, at).outcome().split(),
                    step(warm, now, at.plus(SOON)).outcome().split()));
        }
        return Means.of(pairs, split -> terms.costOf(split, at));
    }

    private CacheStep step(CacheState state, CacheRequest request, Instant at) {
        return terms.rules().step(state, request, at);
    }

    private CacheRequest padded(CacheRequest request, int pad) {
        if (pad == 0) {
            return request;
        }
        RequestContent content = request.content();
        List<ContentEnd> ends = content.ends().stream().map(end -> moved(end, pad)).toList();
        return new CacheRequest(request.partitions(), new PaddedTokens(request.tokens(), padAt, pad),
                new RequestContent(ends, content.traits(), content.wishes()), request.prefix() + pad,
                request.answersAfter(), request.correction());
    }

    private ContentEnd moved(ContentEnd end, int pad) {
        return end.position() < padAt
                ? end
                : new ContentEnd(end.blockId(), end.role(), end.message(), end.isLast(), end.position() + pad,
                        end.positions(), end.isCacheable(), end.isServerResult(), end.mark());
    }

    /// The lifetime that the request asks for, in the vendor's word; empty for the usual one.
    String asked() {
        return settings.cache().ttl();
    }

    /// The prices of the model for requests of that size; empty where it has none.
    Optional<Rates> ratesAt(Instant at, long input) {
        return destination.model().flatMap(row -> row.ratesAt(at, input, SentSettings.tier(settings)));
    }

    /// Why a warm call reads nothing of the static prefix, with so many tokens more in it: below the threshold, or no
    /// breakpoint; `NONE` where it reads.
    MissReason why(int pad) {
        return terms.rules().reuse(padded(requests.getFirst(), pad)).why();
    }
}
