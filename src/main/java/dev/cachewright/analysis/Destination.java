package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.request.ContentReader;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cache.request.SentRequests;
import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.request.FlatTokens;
import dev.cachewright.token.request.RequestCounter;
import dev.cachewright.token.request.RequestTokens;
import java.util.Optional;
import java.util.OptionalDouble;

/// Where calls go: the model with everything that applies to it there, found in one look at the catalogue.
///
/// Immutable but for what its counter remembers; safe for several threads.
public final class Destination {

    private final String modelId;
    private final Optional<RuleSet> own;
    private final Catalog.Entry entry;
    private final Optional<CacheTerms> cache;
    private final Optional<CacheRules> rules;
    private final RequestCounter counter;
    private final boolean isAtAnthropic;
    private final ContentReader contents;
    private final TokenSource source;

    /// @param own the rules of the server, where it has some instead of the model's
    /// @param cache the terms of the server's own rules where it has some, else those of the model; empty where neither
    /// is known
    Destination(String modelId, Optional<RuleSet> own, Catalog.Entry entry, Optional<CacheTerms> cache,
            RequestCounter counter, boolean isAtAnthropic, ContentReader contents) {
        this.modelId = modelId;
        this.own = own;
        this.entry = entry;
        this.cache = cache;
        this.rules = cache.map(CacheRules::of);
        this.counter = counter;
        this.isAtAnthropic = isAtAnthropic;
        this.contents = contents;
        this.source = TokenSource.none();
    }

    private Destination(Destination other, TokenSource source) {
        this.modelId = other.modelId;
        this.own = other.own;
        this.entry = other.entry;
        this.cache = other.cache;
        this.rules = other.rules;
        this.counter = other.counter;
        this.isAtAnthropic = other.isAtAnthropic;
        this.contents = other.contents;
        this.source = source;
    }

    /// The same place, whose server says how it cuts requests.
    public Destination servedBy(TokenSource server) {
        return new Destination(this, server);
    }

    /// The model's id as the prompt names it.
    public String modelId() {
        return modelId;
    }

    /// Whether this is where calls to that model go on a server with these rules of its own.
    public boolean isFor(String model, Optional<RuleSet> rules) {
        return modelId.equals(model) && own.equals(rules);
    }

    /// The model's row; empty where the catalogue does not know it, then nothing has a price.
    public Optional<Model> model() {
        return entry.model();
    }

    /// How the cache works there; empty where neither the model nor the server's rules are known.
    public Optional<CacheTerms> cache() {
        return cache;
    }

    /// Whether preserved thinking is refused there where what stands before it changed.
    public boolean bindsThinking() {
        return model().map(Model::cache).filter(CacheTerms::bindsThinking).isPresent();
    }

    /// The cache rules there.
    public Optional<CacheRules> rules() {
        return rules;
    }

    /// What turns counted tokens into the model's own; nothing where its encoding is public.
    public Correction correction() {
        return entry.correction();
    }

    /// The counter of its requests; a model that is unknown or publishes no encoding is counted in o200k_base, as an
    /// estimate.
    public RequestCounter counter() {
        return counter;
    }

    /// Whether it is Anthropic's own server.
    public boolean isAtAnthropic() {
        return isAtAnthropic;
    }

    /// The encoding that its requests are counted in.
    public Encoding encoding() {
        return encodingOf(entry.model());
    }

    static Encoding encodingOf(Optional<Model> model) {
        return model.flatMap(Model::encoding).orElse(Encoding.O200K_BASE);
    }

    /// What prepares requests that go there; refusals are found once for rows that ask the same.
    public SentRequests requests() {
        return new SentRequests(cache);
    }

    /// Counts a request as it is sent.
    public CountedRequest count(SentRequest sent) {
        RequestTokens tokens = counter.count(sent.request());
        RequestContent content = contents.read(sent.request(), tokens);
        // A picture is no token of a server's text: two of them would look the same.
        Optional<CountedRequest.Served> served = content.traits().contains("images")
                ? Optional.empty()
                : source.tokens(sent).map(FlatTokens::ofServer).map(own -> new CountedRequest.Served(own, own.total()));
        return new CountedRequest(sent, tokens, content, served);
    }

    /// Counts a request that was sent by somebody else, with everything in it.
    public CountedRequest countAsIs(Request request) {
        return count(SentRequest.of(request, Optional.empty()));
    }

    /// The estimate for a request that was counted.
    public Estimate estimate(CountedRequest counted) {
        return counted.served().isPresent()
                ? new Estimate(Correction.measured(counted.scale()), Band.EXACT)
                : Estimate.of(correction(), counted.request(), counted.tokens());
    }

    /// The input tokens of a request, as far as they are known.
    public TokenRange inputOf(CountedRequest counted) {
        return counted.served().map(CountedRequest.Served::tokens).map(own -> TokenRange.exactly(own.total()))
                .orElseGet(() -> estimate(counted).range(counted.tokens().total()));
    }

    /// How many of the model's tokens one counted token of text is by what the server counts for a request; empty where
    /// the model's encoding is public, or the request has no text.
    public OptionalDouble factorOf(CountedRequest counted, int onServer) {
        int all = counted.tokens().total();
        int known = counted.tokens().measured();
        double text = onServer - known * correction().typical();
        return correction().isNone() || all == known || text <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(text / (all - known));
    }

    /// The terms under which requests with these settings meet the cache; empty where its rules are not known.
    public Optional<Terms> terms(Settings settings) {
        return rules.map(known -> new Terms(known, model(), settings, correction()));
    }

    /// The terms of one request, whose figures are in its server's own scale where that is known.
    public Optional<Terms> termsOf(CountedRequest counted) {
        return rules.map(known -> new Terms(known, model(), counted.request().settings(),
                counted.served().isPresent() ? Correction.measured(counted.scale()) : correction()));
    }
}
