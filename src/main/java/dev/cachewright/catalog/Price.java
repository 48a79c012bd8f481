package dev.cachewright.catalog;

import java.time.LocalDate;
import java.util.Optional;

/// The rates of a model from a day on.
///
/// @param from the first day; [LocalDate#MIN] where the vendor never changed them
public record Price(LocalDate from, Rates rates, Optional<LongContext> longContext) {

    /// The rates of a call with so many input tokens: above the limit the whole call costs the long rates.
    public Rates forInput(long tokens) {
        return longContext.filter(band -> tokens > band.overInputTokens()).map(LongContext::rates).orElse(rates);
    }

    /// Rates of calls above a number of input tokens.
    public record LongContext(long overInputTokens, Rates rates) {
    }
}
