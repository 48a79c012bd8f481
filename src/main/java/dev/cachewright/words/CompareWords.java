package dev.cachewright.words;

import dev.cachewright.catalog.Money;
import dev.cachewright.experiment.Difference;
import dev.cachewright.experiment.Finding;
import dev.cachewright.experiment.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalInt;

/// Differences between layouts in words.
public final class CompareWords {

    private static final MathContext THREE_FIGURES = new MathContext(3, RoundingMode.HALF_UP);

    private static final int MANY_MILLIS = 100;

    private CompareWords() {
    }

    /// A number of tokens with its sign: `+1,200`, `−3`, `0`.
    public static String signed(long value) {
        return sign(Long.signum(value)) + Numbers.count(Math.abs(value));
    }

    /// Points of a percentage with their sign: `+82.3 points`.
    public static String points(double share) {
        return sign((int) Math.signum(share)) + String.format(Locale.ENGLISH, "%.1f points",
                Math.abs(share) * 100);
    }

    /// An amount with its sign, as the tables of calls show amounts: `−$0.051840`.
    public static String sixDecimals(Money money) {
        return sign(Long.signum(money.picoDollars())) + "$" + String.format(Locale.ENGLISH, "%.6f", money.dollars()
                .abs());
    }

    /// Dollars with their sign, to three figures, however small: `−$0.0000123`.
    public static String dollars(BigDecimal dollars) {
        BigDecimal size = dollars.abs().round(THREE_FIGURES).stripTrailingZeros();
        return sign(size.signum() * dollars.signum()) + "$" + size.setScale(Math.max(0, size.scale())).toPlainString();
    }

    /// What a measure is called.
    public static String name(Measure measure) {
        return Texts.get(switch (measure) {
            case COST -> "experiment.cost";
            case FIRST_TOKEN -> "experiment.first-token";
        });
    }

    /// A figure of this measure, with its sign.
    public static String figure(Measure measure, double value) {
        return switch (measure) {
            case COST -> dollars(BigDecimal.valueOf(value));
            case FIRST_TOKEN -> millis(value);
        };
    }

    /// Whole ones from a hundred on.
    private static String millis(double value) {
        double size = Math.abs(value);
        String shown = size < MANY_MILLIS ? String.format(Locale.ENGLISH, "%.1f", size)
                : Numbers.count(Math.round(size));
        return sign((int) Math.signum(value)) + shown + " ms";
    }

    /// The estimate; a dash where there is none.
    public static String estimate(Finding finding) {
        return finding.difference().map(found -> figure(finding.measure(), found.estimate())).orElse(Numbers.UNKNOWN);
    }

    /// `−$0.0123 to −$0.0101`, or that all pairs are alike; a dash where there is none.
    public static String interval(Finding finding) {
        return finding
                .difference().map(
                        found -> found.deviation() == 0
                                ? Texts.get("experiment.alike") : Texts.format("experiment.interval",
                                        figure(finding.measure(),
                                                found.low()),
                                        figure(finding.measure(), found.high())))
                .orElse(Numbers.UNKNOWN);
    }

    /// What was found: `b.prompt takes less`, or that there is no difference, and how many rounds would tell one.
    ///
    /// @param control what the arm without a name is called
    public static String found(Finding finding, String control) {
        if (finding.difference().isEmpty()) {
            return Texts.get("experiment.too-few");
        }
        return finding.better().map(name -> Texts.format("experiment.better", name.isEmpty() ? control : name))
                .orElseGet(() -> none(finding.difference().get()));
    }

    private static String none(Difference difference) {
        OptionalInt more = difference.morePairs();
        return more.isEmpty()
                ? Texts.get("experiment.none")
                : Texts.format("experiment.none-yet", more.getAsInt());
    }

    private static String sign(int sign) {
        return sign > 0 ? "+" : sign < 0 ? "−" : "";
    }
}
