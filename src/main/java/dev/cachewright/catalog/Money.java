package dev.cachewright.catalog;

import java.math.BigDecimal;

/// An exact amount of US dollars, counted in millionths of a millionth, so that one token at any listed price is a
/// whole number.
public record Money(long picoDollars) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /// More than a million dollars is no amount here: it could not be added up.
    public static final int MOST_DOLLARS = 1_000_000;

    private static final int DIGITS = 12;

    /// This many dollars, without what is less than a pico-dollar.
    public static Money ofDollars(BigDecimal dollars) {
        return new Money(dollars.movePointRight(DIGITS).longValue());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(picoDollars, other.picoDollars));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(picoDollars, other.picoDollars));
    }

    /// The amount divided by `parts`, rounded down to a millionth of a millionth; zero parts give nothing.
    public Money dividedBy(long parts) {
        return parts == 0 ? ZERO : new Money(picoDollars / parts);
    }

    /// The amount in dollars, exact.
    public BigDecimal dollars() {
        return BigDecimal.valueOf(picoDollars, DIGITS).stripTrailingZeros();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(picoDollars, other.picoDollars);
    }
}
