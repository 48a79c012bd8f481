package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.cache.state.Partitions;
import dev.cachewright.cache.state.Setting;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.Economy;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.Rates;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.request.TokenSequence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The rules and prices under which a prompt is sent.
public final class Terms {

    private final CacheRules rules;
    private final Optional<Model> model;
    private final Settings settings;
    private final Correction correction;
    /// By the traits of a request's content.
    private final Map<Set<String>, Partitions> partitions = new ConcurrentHashMap<>();

    /// @param model the model's row; empty where the catalogue does not know it, then nothing has a price
    /// @param correction what turns counted tokens into those that the rules and prices are about
    public Terms(CacheRules rules, Optional<Model> model, Settings settings, Correction correction) {
        this.rules = rules;
        this.model = model;
        this.settings = settings;
        this.correction = correction;
    }

    /// The terms of a model whose counts are exact.
    public Terms(CacheRules rules, Optional<Model> model, Settings settings) {
        this(rules, model, settings, Correction.NONE);
    }

    public CacheRules rules() {
        return rules;
    }

    /// The figure that rules and prices see for the first `position` tokens of a request.
    int figure(int position) {
        return correction.typical(position);
    }

    /// What the cache sees of a request.
    ///
    /// @param prefix counted tokens of the static prefix
    public CacheRequest request(CountedRequest counted, int prefix) {
        return counted.served().map(own -> served(own, counted.content()))
                .orElseGet(() -> request(counted.tokens(), counted.content(), prefix));
    }

    private CacheRequest served(CountedRequest.Served own, RequestContent content) {
        return new CacheRequest(partitions(content.traits()), own.tokens(), content, own.prefix(), Duration.ZERO,
                Correction.NONE);
    }

    /// The same request by the tokens that are counted here, whether its server has counted it or not.
    CacheRequest countedHere(CountedRequest counted, int prefix) {
        Correction scale = counted.served().isPresent() ? Correction.measured(counted.scale()) : correction;
        return new CacheRequest(partitions(counted.content().traits()), counted.tokens(), counted.content(), prefix,
                Duration.ZERO, scale);
    }

    /// The input tokens that rules and prices see of a request.
    int sizeOf(CountedRequest counted) {
        return counted.served().map(own -> own.tokens().total()).orElseGet(() -> figure(counted.tokens().total()));
    }

    /// What the cache sees of a request whose tokens are kept by their ids alone.
    public CacheRequest request(TokenSequence tokens, RequestContent content, int prefix) {
        return new CacheRequest(partitions(content.traits()), tokens, content, prefix, Duration.ZERO, correction);
    }

    private Partitions partitions(Set<String> traits) {
        return partitions.computeIfAbsent(traits, present -> {
            var sent = new HashMap<>(SentSettings.of(settings));
            present.forEach(trait -> sent.put(trait, "yes"));
            sent.put(Setting.MODEL.path(), settings.model());
            sent.put(Setting.KEY.path(), settings.cache().key());
            return rules.partitions(sent);
        });
    }

    /// The cost of input read like this on the day of `at`.
    public Optional<Money> costOf(InputSplit split, Instant at) {
        return ratesAt(at, split.input()).map(rates -> rates.ofInput(split));
    }

    /// When caching calls with so many counted tokens is worth its price; empty where the model has none.
    Optional<Economy> economyAt(Instant at, int position) {
        return ratesAt(at, figure(position)).map(rates -> Economy.of(rates, settings.cache().ttl()));
    }

    private Optional<Rates> ratesAt(Instant at, long input) {
        return model.flatMap(row -> row.ratesAt(at, input, SentSettings.tier(settings)));
    }
}
