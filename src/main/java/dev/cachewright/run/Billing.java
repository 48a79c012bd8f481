package dev.cachewright.run;

import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.Rates;
import dev.cachewright.prompt.Settings;
import dev.cachewright.session.Call;
import dev.cachewright.session.Usage;
import java.time.Instant;
import java.util.Optional;

/// Prices calls by what their server reported, at the rates of their day.
public final class Billing {

    private Billing() {
    }

    /// @param at when the call was sent
    /// @param settings of the request, which name the service tier and the lifetime of what is written
    /// @return empty amounts where the model has no price or the server reported no input
    public static Call.Bill bill(Optional<Model> model, Settings settings, Usage usage, Instant at) {
        long input = usage.input().orElse(0);
        String ttl = settings.cache().ttl();
        Optional<Rates> listed = model.flatMap(row -> row.ratesAt(at, input, SentSettings.tier(settings)));
        if (listed.isEmpty() || usage.input().isEmpty()) {
            return new Call.Bill(Optional.empty(), Optional.empty());
        }
        Rates rates = listed.get();
        Money output = rates.output().of(usage.output().orElse(0));
        long cached = Math.min(input, usage.cached().orElse(0));
        long written = Math.min(input - cached, usage.written().orElse(0));
        long longWritten = Math.min(written, usage.longWritten().orElse(ttl.equals(Rates.LONG) ? written : 0));
        var split = new InputSplit(cached, written, input - cached - written, longWritten);
        // What is written for an hour is in the split.
        String usual = ttl.equals(Rates.LONG) ? "" : ttl;
        return new Call.Bill(Optional.of(rates.ofInput(split, usual).plus(output)),
                Optional.of(rates.ofInput(InputSplit.uncached(input), ttl).plus(output)));
    }
}
