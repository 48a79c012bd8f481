package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.Reuse;
import dev.cachewright.cache.TermsInUse;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.Variables;
import dev.cachewright.token.Encoding;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.token.request.Framing;
import dev.cachewright.token.request.RequestCounter;
import dev.cachewright.token.request.RequestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Analyses prompts. May take long on the first call and on long prompts: not on the UI thread.
public final class Analyst {

    private final Supplier<Catalog> catalog;
    private final Tokenizers tokenizers;
    /// By encoding and framing.
    private final Map<List<Object>, RequestCounter> counters = new ConcurrentHashMap<>();

    public Analyst(Catalog catalog, Tokenizers tokenizers) {
        this(() -> catalog, tokenizers);
    }

    /// @param catalog is asked when it is needed, always for the same
    public Analyst(Supplier<Catalog> catalog, Tokenizers tokenizers) {
        this.catalog = catalog;
        this.tokenizers = tokenizers;
    }

    public Catalog catalog() {
        return catalog.get();
    }

    /// The counter for a model; one that is unknown or publishes no encoding is counted in o200k_base, as an estimate.
    public RequestCounter counterFor(String modelId) {
        Optional<Model> model = catalog().find(modelId);
        Encoding encoding = encodingFor(modelId);
        Framing framing = model.map(Model::framing).orElseGet(Framing::plain);
        return counters.computeIfAbsent(List.of(encoding, framing),
                key -> new RequestCounter(tokenizers.counterOf(encoding), framing));
    }

    /// The encoding that requests to the model are counted in.
    public Encoding encodingFor(String modelId) {
        return catalog().find(modelId).flatMap(Model::encoding).orElse(Encoding.O200K_BASE);
    }

    /// What turns counts for this model into its own; nothing where its encoding is public.
    public Correction correctionFor(String modelId) {
        return catalog().correctionFor(modelId);
    }

    /// The input tokens of a request, as far as they are known.
    public TokenRange inputOf(Request request) {
        String modelId = request.settings().model();
        RequestTokens tokens = counterFor(modelId).count(request);
        return estimate(request, tokens).range(tokens.total());
    }

    /// The estimate for a request that was counted.
    public Estimate estimate(Request request, RequestTokens tokens) {
        return Estimate.of(correctionFor(request.settings().model()), request, tokens);
    }

    /// The terms under which requests with these settings meet a cache of these rules.
    public Terms terms(CacheRules rules, Settings settings) {
        return new Terms(rules, catalog().find(settings.model()), settings, correctionFor(settings.model()));
    }

    /// The rules of a model's cache; empty where the model or its rule set is not known.
    public Optional<CacheRules> rulesFor(String modelId) {
        return catalog().find(modelId).flatMap(model -> CacheRules.of(model.cache()));
    }

    /// The rules with this name, with the terms of the model where it has the same.
    ///
    /// @return empty for a name that stands for no rules
    public Optional<CacheRules> rulesNamed(String name, String modelId) {
        return rulesFor(modelId).filter(rules -> rules.name().equals(name)).or(() -> CacheRules.named(name));
    }

    /// What is sent for one row.
    ///
    /// @param rules the cache rules where it is sent; empty for those of the model
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    public Request request(Prompt prompt, Row row, Optional<CacheRules> rules) {
        return SentRequest.of(Renderer.render(prompt, row),
                TermsInUse.of(catalog().find(prompt.settings().model()), rules));
    }

    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    public Analysis analyse(AnalysisInput input) {
        Prompt prompt = input.prompt();
        String modelId = prompt.settings().model();
        RequestCounter counter = counterFor(modelId);
        Row shownRow = input.values().row(input.row());
        Request request = request(prompt, shownRow, input.rules());
        RequestTokens tokens = counter.count(request);
        List<RequestTokens> rows = rows(prompt, input.values(), input.rules());
        var withShown = new ArrayList<>(List.of(tokens));
        withShown.addAll(rows.size() > 1 ? rows : List.of());
        StaticPrefix prefix = new StaticPrefixes(counter).of(prompt, input.values(), shownRow, withShown);
        Optional<Outlook> outlook = input.rules().or(() -> rulesFor(modelId))
                .map(rules -> outlook(terms(rules, request.settings()), input, tokens, prefix, rows));
        return new Analysis(prompt, request, tokens, estimate(request, tokens), prefix,
                outlook, catalog().find(modelId),
                Variables.of(prompt, input.values()));
    }

    /// The static prefix of a prompt over all rows.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    public StaticPrefix prefixOf(Prompt prompt, Values values) {
        RequestCounter counter = counterFor(prompt.settings().model());
        return new StaticPrefixes(counter).of(prompt, values, values.row(0), rows(prompt, values, Optional.empty()));
    }

    private List<RequestTokens> rows(Prompt prompt, Values values, Optional<CacheRules> rules) {
        RequestCounter counter = counterFor(prompt.settings().model());
        return values.rowsOrEmpty().stream().map(row -> counter.count(request(prompt, row, rules))).toList();
    }

    private static Outlook outlook(Terms terms, AnalysisInput input, RequestTokens tokens, StaticPrefix prefix,
            List<RequestTokens> rows) {
        CacheRules rules = terms.rules();
        var forecaster = new Forecaster(terms, prefix.tokens());
        CallForecast next = forecaster.next(input.cache(), tokens, input.at()).forecast();
        Reuse reuse = rules.reuse(terms.request(tokens, prefix.tokens()));
        return new Outlook(rules, reuse, rules.nextStep(terms.figure(prefix.tokens())), next,
                terms.costOf(InputSplit.uncached(terms.figure(tokens.total())), input.at()),
                terms.economyAt(input.at(), tokens.total()), forecaster.series(rows, input.at(), input.cadence()),
                input.cadence());
    }
}
