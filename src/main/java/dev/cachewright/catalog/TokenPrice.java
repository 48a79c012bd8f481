package dev.cachewright.catalog;

import java.math.BigDecimal;

/// A price in US dollars for a million tokens.
public record TokenPrice(BigDecimal dollarsPerMillion) {

    // A dollar a million tokens is 1e-6 dollars, or 1e6 pico-dollars, a token.
    private static final BigDecimal PICO_PER_TOKEN = BigDecimal.valueOf(1_000_000);

    public TokenPrice {
        if (dollarsPerMillion.signum() < 0) {
            throw new IllegalArgumentException("a price is not negative: " + dollarsPerMillion);
        }
    }

    public Money of(long tokens) {
        return new Money(dollarsPerMillion.multiply(PICO_PER_TOKEN).multiply(BigDecimal.valueOf(tokens)).longValue());
    }
}
