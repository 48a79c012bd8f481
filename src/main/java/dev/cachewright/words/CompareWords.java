package dev.cachewright.words;

import dev.cachewright.catalog.Money;
import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.experiment.BlockChange;
import dev.cachewright.experiment.Difference;
import dev.cachewright.experiment.Finding;
import dev.cachewright.experiment.LayoutDifference;
import dev.cachewright.experiment.Measure;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.LineDifference;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Differences between layouts in words.
public final class CompareWords {

    private static final int USUAL_FIGURES = 3;
    private static final int MOST_FIGURES = 6;

    /// What is said of any text that differs.
    private static final Set<Cause.Kind> EDITED = Set.of(Cause.Kind.TEXT_EDITED, Cause.Kind.HISTORY_EDITED);

    private static final int MANY_MILLIS = 100;

    private CompareWords() {
    }

    /// A number of tokens with its sign: `+1,200`, `−3`, `0`.
    public static String signed(long value) {
        return sign(Long.signum(value)) + Numbers.count(Math.abs(value));
    }

    /// Points of a percentage with their sign: `+82.3 points`.
    public static String points(double share) {
        return signed(share, String.format(Locale.ENGLISH, "%.1f", Math.abs(share) * 100)) + " points";
    }

    /// An amount with its sign, as the tables of calls show amounts: `−$0.051840`.
    public static String sixDecimals(Money money) {
        return signed(Long.signum(money.picoDollars()), "$" + String.format(Locale.ENGLISH, "%,.6f", money.dollars()
                .abs()));
    }

    /// Dollars with their sign, to three figures, however small: `−$0.0000123`.
    public static String dollars(BigDecimal dollars) {
        return dollars(dollars, USUAL_FIGURES);
    }

    private static String dollars(BigDecimal dollars, int figures) {
        BigDecimal size = dollars.abs().round(new MathContext(figures, RoundingMode.HALF_UP)).stripTrailingZeros();
        return signed(dollars.signum(), "$" + String.format(Locale.ENGLISH, "%,." + Math.max(0, size.scale()) + "f",
                size));
    }

    /// With its sign, which nothing has.
    private static String signed(double sign, String size) {
        return size.chars().anyMatch(digit -> digit >= '1' && digit <= '9') ? sign((int) Math.signum(sign)) + size
                : size;
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
        return signed(value, shown) + " ms";
    }

    /// The estimate; a dash where there is none.
    public static String estimate(Finding finding) {
        return finding.difference().map(found -> figure(finding.measure(), found.estimate())).orElse(Numbers.UNKNOWN);
    }

    /// `−$0.0123 to −$0.0101`, with as many figures as tell its ends apart; that all pairs are alike; a dash where there is
    /// none.
    public static String interval(Finding finding) {
        return finding.difference().map(found -> found.deviation() == 0
                ? Texts.get("experiment.alike")
                : interval(finding.measure(), found.low(), found.high())).orElse(Numbers.UNKNOWN);
    }

    private static String interval(Measure measure, double low, double high) {
        int figures = USUAL_FIGURES;
        while (measure == Measure.COST && figures < MOST_FIGURES
                && figure(low, figures).equals(figure(high, figures))) {
            figures++;
        }
        String from = measure == Measure.COST ? figure(low, figures) : millis(low);
        String to = measure == Measure.COST ? figure(high, figures) : millis(high);
        return from.equals(to) ? from : Texts.format("experiment.interval", from, to);
    }

    private static String figure(double value, int figures) {
        return dollars(BigDecimal.valueOf(value), figures);
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

    /// A cause why two layouts part.
    ///
    /// @param name in `--json`
    public record Said(String name, String text) {
    }

    /// Why two layouts part: where blocks or lines were only added, removed or moved, that, and not that a text was edited.
    public static List<Said> causes(Explanation why, LayoutDifference difference) {
        return why.findings().causes().stream().map(cause -> Optional.of(cause.kind()).filter(EDITED::contains)
                .flatMap(_ -> notEdited(difference))
                .orElseGet(() -> new Said(WhyWords.name(cause), WhyWords.cause(cause)))).toList();
    }

    private static Optional<Said> notEdited(LayoutDifference difference) {
        Prompt baseline = difference.baseline().layout().prompt();
        return BlockChange.of(baseline, difference.other().layout().prompt()).map(change -> said(change, baseline))
                .or(() -> ofLines(difference.lines()));
    }

    /// Blocks may begin elsewhere, as in a file that marks none.
    private static Optional<Said> ofLines(LineDifference lines) {
        long added = count(lines, LineDifference.Change.ADDED);
        long removed = count(lines, LineDifference.Change.REMOVED);
        return added == 0 ^ removed == 0
                ? Optional.of(added > 0
                        ? new Said("text added", Texts.format("experiment.lines-added", added))
                        : new Said("text removed", Texts.format("experiment.lines-removed", removed)))
                : Optional.empty();
    }

    private static long count(LineDifference lines, LineDifference.Change change) {
        return lines.lines().stream().filter(line -> line.change() == change).count();
    }

    private static Said said(BlockChange change, Prompt baseline) {
        int count = change.blocks().size();
        String names = FewWords.list(change.blocks().stream().map(Block::name).toList());
        List<Block> before = baseline.blocks();
        return switch (change.kind()) {
            case ADDED -> new Said("blocks added", change.from() < before.size()
                    ? Texts.format("experiment.added", count, names, change.from() + 1,
                            before.get(change.from()).name())
                    : Texts.format("experiment.added-last", count, names));
            case REMOVED -> new Said("blocks removed", Texts.format("experiment.removed", count, names,
                    change.from() + 1));
            case MOVED -> new Said("blocks moved", count == 0
                    ? Texts.get("experiment.reordered")
                    : Texts.format("experiment.moved", names, change.from() + 1, change.to() + 1));
        };
    }

    private static String sign(int sign) {
        return sign > 0 ? "+" : sign < 0 ? "−" : "";
    }
}
