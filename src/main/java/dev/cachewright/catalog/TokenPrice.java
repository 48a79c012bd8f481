package dev.cachewright.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A price in US dollars for a million tokens.
public record TokenPrice(BigDecimal dollarsPerMillion) {

    // A dollar a million tokens is 1e-6 dollars, or 1e6 pico-dollars, a token.
    private static final BigDecimal PICO_PER_TOKEN = BigDecimal.valueOf(1_000_000);

    public TokenPrice {
        if (dollarsPerMillion.signum() < 0) {
            throw new IllegalArgumentException("a price is not negative: " + dollarsPerMillion);
        }
    }

    /// The cost of so many tokens; exact for prices of up to six decimals, and all that vendors list have fewer.
    public Money of(long tokens) {
        return new Money(dollarsPerMillion.multiply(PICO_PER_TOKEN).multiply(BigDecimal.valueOf(tokens))
                .setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    TokenPrice times(BigDecimal factor) {
        return new TokenPrice(dollarsPerMillion.multiply(factor).stripTrailingZeros());
    }
}
