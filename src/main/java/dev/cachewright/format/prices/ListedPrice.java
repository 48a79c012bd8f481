package dev.cachewright.format.prices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What a list says that a model costs, in dollars for a million tokens.
///
/// @param from the first day; empty where the list names none
/// @param band the prices of long calls
record ListedPrice(Optional<LocalDate> from, Map<Kind, BigDecimal> rates, Optional<LongBand> band) {

    ListedPrice {
        rates = Map.copyOf(rates);
    }

    /// Whether this is the price of a model of language: what has no price for input or output, or costs nothing, says
    /// nothing of ours.
    boolean isUsable() {
        return rates.containsKey(Kind.OUTPUT) && rates.getOrDefault(Kind.INPUT, BigDecimal.ZERO).signum() > 0;
    }

    /// Prices of calls with more input than `over`.
    record LongBand(int over, Map<Kind, BigDecimal> rates) {

        LongBand {
            rates = Map.copyOf(rates);
        }
    }
}
