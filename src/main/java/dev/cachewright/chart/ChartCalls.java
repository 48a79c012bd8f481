package dev.cachewright.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The calls of a chart, oldest first, with what is the same however much of them is in sight; immutable.
public final class ChartCalls {

    private final List<CallBar> bars;
    private final long threshold;
    private final TokenAxis axis;
    private final double[] hitRates;
    private final double slowest;
    private final double dearest;
    private final boolean hasChanges;

    /// @param threshold the fewest tokens that are cached; 0 draws no line
    public ChartCalls(List<CallBar> bars, long threshold) {
        this.bars = List.copyOf(bars);
        this.threshold = threshold;
        long largest = bars.stream().mapToLong(bar -> Math.max(bar.tokens().input(), bar.tokens().forecast())).max()
                .orElse(0);
        this.axis = TokenAxis.reaching(Math.max(largest, threshold));
        this.hitRates = hitRates(this.bars);
        this.slowest = top(bar -> bar.figures().firstTokenMillis());
        this.dearest = top(bar -> bar.figures().dollars());
        this.hasChanges = bars.stream().anyMatch(bar -> !bar.change().isEmpty());
    }

    /// Of the calls so far whose server reports what it read, from the latest change on.
    private static double[] hitRates(List<CallBar> bars) {
        double[] rates = new double[bars.size()];
        long cached = 0;
        long input = 0;
        for (int i = 0; i < rates.length; i++) {
            CallBar bar = bars.get(i);
            if (!bar.change().isEmpty()) {
                cached = 0;
                input = 0;
            }
            boolean counts = bar.isReported() && bar.outcome() != CallBar.Outcome.CONTROL;
            cached += counts ? bar.cached() : 0;
            input += counts ? bar.tokens().input() : 0;
            rates[i] = counts && input > 0 ? (double) cached / input : Double.NaN;
        }
        return rates;
    }

    private double top(ToDoubleFunction<CallBar> figure) {
        double largest = bars.stream().mapToDouble(figure).filter(value -> !Double.isNaN(value)).max().orElse(0);
        return largest <= 0 ? 1 : rounded(largest);
    }

    /// The next number up that is 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten.
    private static double rounded(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        return Arrays.stream(new double[]{1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10}).map(factor -> factor * power)
                .filter(step -> step >= value * (1 - 1e-9)).findFirst().orElse(10 * power);
    }

    public int size() {
        return bars.size();
    }

    public CallBar get(int index) {
        return bars.get(index);
    }

    public long threshold() {
        return threshold;
    }

    /// Whether a bar of this kind is among them: such parts of the legend are explained only where they occur.
    public boolean has(Role part) {
        return switch (part) {
            case UNKNOWN -> bars.stream().anyMatch(bar -> !bar.isReported() && !bar.isFailed());
            case FAILED -> bars.stream().anyMatch(CallBar::isFailed);
            case MISSED -> bars.stream().anyMatch(CallBar::isUnexpectedMiss);
            case THRESHOLD -> threshold > 0;
            default -> true;
        };
    }

    /// The index of the next call that was missed unexpectedly, beginning anew at the end; −1 where there is none.
    ///
    /// @param step 1, or −1 for the one before
    public int nextMiss(int index, int step) {
        int start = index >= 0 ? index : step > 0 ? -1 : 0;
        for (int i = 1; i <= size(); i++) {
            int at = Math.floorMod(start + step * i, size());
            if (bars.get(at).isUnexpectedMiss()) {
                return at;
            }
        }
        return -1;
    }

    TokenAxis axis() {
        return axis;
    }

    boolean hasChanges() {
        return hasChanges;
    }

    /// What a line shows of a call; [Double#NaN] where it is not known.
    public double value(Layer line, int index) {
        return switch (line) {
            case HIT_RATE -> hitRates[index];
            case FIRST_TOKEN -> bars.get(index).figures().firstTokenMillis();
            case COST -> bars.get(index).figures().dollars();
            case FORECAST -> Double.NaN;
        };
    }

    /// The upper end of a line's axis, which begins at 0.
    double top(Layer line) {
        return switch (line) {
            case HIT_RATE, FORECAST -> 1;
            case FIRST_TOKEN -> slowest;
            case COST -> dearest;
        };
    }
}
