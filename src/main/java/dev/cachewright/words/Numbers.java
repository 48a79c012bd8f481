package dev.cachewright.words;

import dev.cachewright.catalog.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Numbers as the screen shows them: `1,842`, `70.2%`, `$0.0019`, `238 ms`.
public final class Numbers {

    /// Shown in place of a number that is not known; never 0.
    public static final String UNKNOWN = "–";

    private static final String NO_PERCENT = "0.0%";

    private static final BigDecimal SMALLEST_MONEY = new BigDecimal("0.0001");

    private Numbers() {
    }

    public static String count(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /// The number, or a dash where it is not known.
    public static String count(OptionalLong value) {
        return value.isPresent() ? count(value.getAsLong()) : UNKNOWN;
    }

    /// Up to two decimals: `1.1`, `1.45`, `2`.
    public static String decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /// A share of one, with one decimal: 0.702 is `70.2%`, less than none `−10.8%`.
    public static String percent(double share) {
        String size = String.format(Locale.ENGLISH, "%,.1f%%", Math.abs(share) * 100);
        return share < 0 && !size.equals(NO_PERCENT) ? "−" + size : size;
    }

    /// A share; a dash where it is not known.
    public static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : UNKNOWN;
    }

    /// An amount; a dash where it is not known.
    public static String money(Optional<Money> amount) {
        return amount.map(known -> money(known.dollars())).orElse(UNKNOWN);
    }

    /// US dollars: two decimals from one dollar on, four below, because one call costs tenths of a cent.
    public static String money(BigDecimal dollars) {
        BigDecimal size = dollars.abs();
        if (size.signum() > 0 && size.compareTo(SMALLEST_MONEY) < 0) {
            return (dollars.signum() < 0 ? ">−$" : "<$") + SMALLEST_MONEY.toPlainString();
        }
        int decimals = size.compareTo(BigDecimal.ONE) < 0 ? 4 : 2;
        BigDecimal shown = size.setScale(size.signum() == 0 ? 2 : decimals, RoundingMode.HALF_UP);
        return (dollars.signum() < 0 ? "−$" : "$") + String.format(Locale.ENGLISH, "%,." + shown.scale() + "f", shown);
    }

    /// A listed price in US dollars, exact, with two decimals at least: `$2.50`, `$0.075`.
    public static String price(BigDecimal dollars) {
        BigDecimal exact = dollars.stripTrailingZeros();
        return "$" + exact.setScale(Math.max(2, exact.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }

    /// Milliseconds below ten seconds, then seconds, then minutes.
    public static String duration(long millis) {
        if (millis < 10_000) {
            return count(millis) + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        return String.format(Locale.ENGLISH, "%,d min %02d s", seconds / 60, seconds % 60);
    }

    /// A time that is counted down: `4:12`, rounded up, so that it ends with 0:01; from an hour on `1 h 04 min`.
    public static String clock(Duration time) {
        long seconds = Math.max(0, Math.ceilDiv(time.toMillis(), 1_000L));
        return seconds < 3_600
                ? String.format(Locale.ENGLISH, "%d:%02d", seconds / 60, seconds % 60)
                : time(time);
    }

    /// A time to wait for, to the second: `8 s`, `1 min 12 s`, `2 h 05 min`.
    public static String time(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        if (seconds < 60) {
            return Math.max(1, seconds) + " s";
        }
        return seconds < 3_600
                ? String.format(Locale.ENGLISH, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ENGLISH, "%,d h %02d min", seconds / 3_600, seconds % 3_600 / 60);
    }
}
