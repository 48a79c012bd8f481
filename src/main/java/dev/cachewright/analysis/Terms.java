package dev.cachewright.analysis;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.Partition;
import dev.cachewright.catalog.Correction;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.request.RequestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The rules and prices under which a prompt is sent.
///
/// @param model the model's row; empty where the catalogue does not know it, then nothing has a price
/// @param correction what turns counted tokens into those that the rules and prices are about
public record Terms(CacheRules rules, Optional<Model> model, Settings settings, Correction correction) {

    private static final Duration EXTENDED = Duration.ofHours(24);
    // In-memory entries live 5 to 10 minutes without use, an hour at most (OpenAI's guide, 2026-10).
    private static final Duration IN_MEMORY = Duration.ofMinutes(10);

    /// The terms of a model whose counts are exact.
    public Terms(CacheRules rules, Optional<Model> model, Settings settings) {
        this(rules, model, settings, Correction.NONE);
    }

    /// The figure that rules and prices see for the first `position` tokens of a request.
    int figure(int position) {
        return correction.typical(position);
    }

    /// What the cache sees of a request with these tokens.
    public CacheRequest request(RequestTokens tokens) {
        return new CacheRequest(new Partition(settings.model(), settings.cache().key()), tokens, lifetime(),
                correction);
    }

    /// The cost of input read like this on the day of `at`.
    public Optional<Money> costOf(InputSplit split, Instant at) {
        return model.flatMap(row -> row.ratesAt(at, split.input()))
                .map(rates -> rates.ofInput(split, settings.cache().ttl()));
    }

    private Duration lifetime() {
        String retention = settings.cache().retention();
        boolean isExtended = retention.isEmpty()
                ? model.filter(row -> row.cache().retentions().contains("24h")).isPresent()
                : retention.equals("24h");
        return isExtended ? EXTENDED : IN_MEMORY;
    }
}
