package dev.cachewright.catalog;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the tokens of a call cost.
///
/// @param cacheRead of tokens read from the cache; empty where the vendor lists none, then they cost as input
/// @param cacheWrite of tokens written to the cache, by the entry's lifetime (`30m`, `12h`, `5m`, `1h`), the default
/// one first; it replaces the input price; empty where writing is free
public record Rates(TokenPrice input, Optional<TokenPrice> cacheRead,
        Map<String, TokenPrice> cacheWrite, TokenPrice output) {

    public Rates {
        cacheWrite = Collections.unmodifiableMap(new LinkedHashMap<>(cacheWrite));
    }

    /// The cost of the input of one call. What is written for the shorter lifetime costs the default one's price.
    public Money ofInput(InputSplit split) {
        return cacheRead.orElse(input).of(split.cached())
                .plus(writeOf("").of(split.written() - split.longWritten()))
                .plus(longWrite().of(split.longWritten())).plus(input.of(split.uncached()));
    }

    /// Whether this lifetime is the longer of two that are priced.
    public boolean isLong(String ttl) {
        return cacheWrite.size() > 1 && ttl.equals(last(cacheWrite.keySet()));
    }

    private TokenPrice longWrite() {
        return cacheWrite.isEmpty() ? input : last(cacheWrite.values());
    }

    private static <T> T last(Collection<T> all) {
        Iterator<T> each = all.iterator();
        T last = each.next();
        while (each.hasNext()) {
            last = each.next();
        }
        return last;
    }

    /// The price of a written token: of the default lifetime where this one has none, of input where writing is free.
    public TokenPrice writeOf(String ttl) {
        return cacheWrite.isEmpty() ? input : cacheWrite.getOrDefault(ttl, cacheWrite.values().iterator().next());
    }

    /// The rates of a service tier that costs `factor` times as much.
    Rates times(BigDecimal factor) {
        var writes = new LinkedHashMap<String, TokenPrice>();
        cacheWrite.forEach((ttl, price) -> writes.put(ttl, price.times(factor)));
        return new Rates(input.times(factor), cacheRead.map(price -> price.times(factor)), writes,
                output.times(factor));
    }
}
