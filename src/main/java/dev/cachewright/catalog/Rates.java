package dev.cachewright.catalog;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// What the tokens of a call cost.
///
/// @param cacheRead of tokens read from the cache; empty where the vendor lists none, then they cost as input
/// @param cacheWrite of tokens written to the cache, by the entry's lifetime (`30m`, `12h`, `5m`, `1h`); it replaces
/// the input price; empty where writing is free
public record Rates(TokenPrice input, Optional<TokenPrice> cacheRead, Map<String, TokenPrice> cacheWrite,
        TokenPrice output) {

    /// What [InputSplit#longWritten()] is kept for.
    private static final String LONG = "1h";

    public Rates {
        cacheWrite = Map.copyOf(cacheWrite);
    }

    /// The cost of the input of one call.
    ///
    /// @param ttl the lifetime that was asked for; empty for the vendor's default, which is the cheapest to write
    public Money ofInput(InputSplit split, String ttl) {
        TokenPrice write = ofWrite(ttl.equals(LONG) ? "" : ttl);
        return cacheRead.orElse(input).of(split.cached()).plus(write.of(split.written() - split.longWritten()))
                .plus(ofWrite(LONG).of(split.longWritten())).plus(input.of(split.uncached()));
    }

    private TokenPrice ofWrite(String ttl) {
        return Optional.ofNullable(cacheWrite.get(ttl)).or(() -> cacheWrite.values().stream()
                .min(Comparator.comparing(TokenPrice::dollarsPerMillion))).orElse(input);
    }
}
