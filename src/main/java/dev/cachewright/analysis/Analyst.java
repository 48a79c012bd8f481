package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.request.ContentReader;
import dev.cachewright.cache.request.SentRequests;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.VariableEdits.Stretch;
import dev.cachewright.prompt.Variables;
import dev.cachewright.prompt.template.Growth;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.request.FlatTokens;
import dev.cachewright.token.request.RequestCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Analyses prompts. May take long on the first call and on long prompts: not on the UI thread.
public final class Analyst {

    /// Names that Anthropic's own server takes: gateways, Bedrock and Vertex put something before or after them.
    private static final Pattern ANTHROPIC = Pattern.compile("claude-[^@/:]+");

    private final Supplier<Catalog> catalog;
    private final Tokenizers tokenizers;
    private final ContentReader contents = new ContentReader();
    /// By encoding and framing.
    private final Map<List<Object>, RequestCounter> counters = new ConcurrentHashMap<>();

    public Analyst(Catalog catalog, Tokenizers tokenizers) {
        this(() -> catalog, tokenizers);
    }

    /// @param catalog is asked when it is needed; may return another once a model was calibrated
    public Analyst(Supplier<Catalog> catalog, Tokenizers tokenizers) {
        this.catalog = catalog;
        this.tokenizers = tokenizers;
    }

    public Catalog catalog() {
        return catalog.get();
    }

    /// Everything that applies to calls to a model, found in one look at the catalogue.
    ///
    /// @param own the rules of the server, where it has some instead of the model's
    public Destination destination(String modelId, Optional<RuleSet> own) {
        return destination(modelId, own, own.isEmpty() && ANTHROPIC.matcher(modelId).matches());
    }

    /// The same on a server that is not the vendor's own, whatever the model is called there.
    public Destination elsewhere(String modelId, Optional<RuleSet> own) {
        return destination(modelId, own, false);
    }

    private Destination destination(String modelId, Optional<RuleSet> own, boolean isAtAnthropic) {
        Catalog known = catalog();
        Catalog.Entry entry = known.lookUp(modelId);
        Optional<CacheTerms> ofModel = entry.model().map(Model::cache);
        // A server with the very rules of the model has the model's own terms.
        Optional<CacheTerms> cache = own.filter(rules -> ofModel.filter(terms -> terms.rules().equals(rules)).isEmpty())
                .map(known::usualTerms).or(() -> ofModel);
        return new Destination(modelId, own, entry, cache, counterOf(entry, isAtAnthropic), isAtAnthropic,
                contents);
    }

    /// A model where its own rules hold.
    public Destination destination(String modelId) {
        return destination(modelId, Optional.empty());
    }

    private RequestCounter counterOf(Catalog.Entry entry, boolean isAtAnthropic) {
        Optional<Model> model = entry.model();
        Encoding encoding = Destination.encodingOf(model);
        Framing framing = model.map(Model::framing).orElseGet(Framing::plain);
        double factor = entry.correction().typical();
        return counters.computeIfAbsent(List.of(encoding, framing, factor, isAtAnthropic),
                key -> new RequestCounter(tokenizers.counterOf(encoding), framing, factor, isAtAnthropic));
    }

    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    public Analysis analyse(AnalysisInput input) {
        return analyse(input, destination(input.prompt().settings().model(), input.rules())
                .servedBy(input.source()));
    }

    /// The same where it is known what applies to the model of the prompt.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    public Analysis analyse(AnalysisInput input, Destination destination) {
        Prompt prompt = input.prompt();
        SentRequests requests = destination.requests();
        Row shownRow = input.values().row(input.row());
        Growth growth = Growth.ofRows();
        CountedRequest shown = count(prompt, shownRow, destination, requests, growth);
        List<Row> all = input.values().rowsOrEmpty();
        List<CountedRequest> rows = IntStream.range(0, all.size())
                .mapToObj(i -> i == input.row() ? shown : count(prompt, all.get(i), destination, requests, growth))
                .toList();
        var withShown = new ArrayList<>(List.of(shown.tokens()));
        rows.stream().skip(rows.size() > 1 ? 0 : 1).map(CountedRequest::tokens).forEach(withShown::add);
        Optional<Prompt> second = input.compared().map(compared -> compared.beside(prompt));
        Optional<CountedRequest> other = second.map(sent -> count(sent,
                input.compared().orElseThrow().beside(shownRow), destination,
                requests, growth));
        other.map(CountedRequest::tokens).ifPresent(withShown::add);
        List<Stretch> guesses = Evidence.guesses(prompt, input.values(), input.compared().isPresent());
        StaticPrefix prefix = new StaticPrefixes(destination.counter()).of(prompt, input.values(), shownRow,
                withShown, guesses);
        List<CountedRequest> calls = withPrefix(rows.size() > 1 ? rows
                : other.map(sent -> List.of(shown, sent)).orElse(List.of(shown)), prefix);
        CountedRequest first = rows.size() > 1 ? calls.get(input.row()) : calls.getFirst();
        Optional<Outlook> outlook = destination.termsOf(shown)
                .map(terms -> outlook(terms, input, first, prefix, calls));
        Optional<Comparison> comparison = other.map(sent -> Comparison.of(prompt, shown.tokens(),
                second.orElseThrow(), sent.tokens()));
        return new Analysis(prompt, destination, shown, destination.estimate(shown), prefix, outlook,
                Variables.of(prompt, input.values()), Evidence.of(prompt, input.values(), comparison, guesses));
    }

    /// Counts the requests of all rows.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    public CountedRows countRows(Prompt prompt, Values values, Destination destination) {
        SentRequests requests = destination.requests();
        Growth growth = Growth.ofRows();
        List<CountedRequest> rows = values.rowsOrEmpty().stream()
                .map(row -> count(prompt, row, destination, requests, growth)).toList();
        StaticPrefix prefix = new StaticPrefixes(destination.counter()).of(prompt, values, values.row(0),
                rows.stream().map(CountedRequest::tokens).toList(), Evidence.guesses(prompt, values, false));
        return new CountedRows(withPrefix(rows, prefix), prefix);
    }

    /// The requests with the static prefix in their server's tokens, where these are known.
    private static List<CountedRequest> withPrefix(List<CountedRequest> rows, StaticPrefix prefix) {
        List<FlatTokens> served = rows.stream().flatMap(row -> row.served().stream())
                .map(CountedRequest.Served::tokens).toList();
        int shared = served.stream().mapToInt(tokens -> tokens.commonPrefix(served.getFirst(), 0)).min().orElse(0);
        return rows.stream().map(row -> row.withPrefix(prefix.tokens(), shared)).toList();
    }

    private static CountedRequest count(Prompt prompt, Row row, Destination destination, SentRequests requests,
            Growth growth) {
        return destination.count(requests.of(Renderer.render(prompt, row, growth)));
    }

    /// How far a prefix that is stored can be read again. Where the text that changes is empty in the row that is shown, it
    /// ends at the same token as what comes before it; a prefix that is stored at that end changes all the same.
    private static int sharedUpTo(CacheRules rules, Prompt prompt, CountedRequest shown, StaticPrefix prefix) {
        boolean isAtChange = rules.hasBreakpoints() && prefix.end().offset() == 0
                && prompt.block(prefix.end().blockId()).filter(block -> block.effectiveKind() == Kind.DYNAMIC)
                        .isPresent()
                && shown.tokens().ends().stream().anyMatch(end -> end.position() == prefix.tokens()
                        && end.blockId().equals(prefix.end().blockId()));
        return isAtChange ? prefix.tokens() - 1 : prefix.tokens();
    }

    private static Outlook outlook(Terms terms, AnalysisInput input, CountedRequest shown, StaticPrefix prefix,
            List<CountedRequest> rows) {
        CacheRules rules = terms.rules();
        var forecaster = new Forecaster(terms, sharedUpTo(rules, input.prompt(), shown, prefix));
        Forecaster.Result next = forecaster.next(input.cache(), shown, input.at());
        int total = shown.tokens().total();
        // A call that reads nothing costs what it would cost without the cache's state.
        Optional<Money> cold = next.forecast().split().cached() == 0
                ? next.forecast().cost()
                : forecaster.next(CacheState.empty(), shown, input.at()).forecast().cost();
        return new Outlook(input.at(), rules, next.reuse(), rules.nextStep(terms.figure(prefix.tokens())),
                next.forecast(), cold,
                terms.costOf(InputSplit.uncached(terms.figure(total)), input.at()),
                terms.economyAt(input.at(), total), forecaster.series(rows, input.at(), input.cadence()),
                input.cadence());
    }
}
