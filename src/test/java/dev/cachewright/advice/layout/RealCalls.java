package dev.cachewright.advice.layout;

import dev.cachewright.advice.Calls;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.token.SharedTokenizers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The calls of rows as the workbench forecasts them.
record RealCalls(Destination destination, Values values, Cadence cadence) {

    static final Analyst ANALYST = new Analyst(BundledCatalog.read(), SharedTokenizers.ALL);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    static RealCalls of(String model, String rules, Values values, Cadence cadence) {
        Optional<RuleSet> own = rules.isEmpty() ? Optional.empty() : RuleSet.of(rules);
        return new RealCalls(ANALYST.destination(model, own), values, cadence);
    }

    Optional<Calls> of(Prompt prompt) {
        List<CountedRequest> rows = ANALYST.countRows(prompt, values, destination).rows();
        return destination.terms(rows.getFirst().request().settings())
                .map(terms -> new Calls(rows, destination, terms, NOW, cadence, true));
    }

    /// By the forecast of the workbench, without a look at pieces.
    Outlay outlay(Prompt prompt) {
        Calls calls = of(prompt).orElseThrow();
        Outlay sum = Outlay.NOTHING;
        for (CallForecast call : new Forecaster(calls.terms(), 0).series(calls.requests(), NOW, cadence).calls()) {
            sum = sum.plus(call.split(), call.cost());
        }
        return sum;
    }
}
