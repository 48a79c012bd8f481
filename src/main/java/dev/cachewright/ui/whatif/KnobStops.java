package dev.cachewright.ui.whatif;

import dev.cachewright.whatif.Knob;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// The values that a slider stops at, ascending. What is typed may lie between two of them.
record KnobStops(List<Double> values) {

    /// Stops for each power of ten where equal ways are equal ratios.
    private static final int A_DECADE = 20;
    private static final double MOST_CALLS = 1_000;
    private static final double LEAST_CALLS = 0.02;
    private static final int HUNDRED = 100;
    private static final int MOST_OUTPUT = 10_000;
    private static final int OUTPUT_STEP = 50;
    private static final int MOST_PADDING = 4_096;
    private static final int PADDING_STEP = 16;

    KnobStops {
        values = List.copyOf(values);
    }

    static KnobStops of(Knob knob) {
        return switch (knob) {
            case PER_MINUTE -> new KnobStops(ratios(LEAST_CALLS, MOST_CALLS).map(KnobStops::short2).distinct().boxed()
                    .toList());
            case KEYS -> new KnobStops(ratios(1, HUNDRED).map(Math::rint).distinct().boxed().toList());
            case TOGETHER -> even(1, HUNDRED, 1);
            case OUTPUT -> even(0, MOST_OUTPUT, OUTPUT_STEP);
            case PAD -> even(0, MOST_PADDING, PADDING_STEP);
        };
    }

    private static DoubleStream ratios(double least, double most) {
        int steps = (int) Math.ceil(Math.log10(most / least) * A_DECADE);
        // From the end on, so that powers of ten are among them.
        return IntStream.rangeClosed(0, steps).mapToDouble(i -> Math.max(least, most * Math.pow(10, -(steps - i)
                / (double) A_DECADE)));
    }

    private static double short2(double value) {
        return new BigDecimal(value).round(new MathContext(2)).doubleValue();
    }

    private static KnobStops even(int least, int most, int step) {
        return new KnobStops(IntStream.rangeClosed(0, (most - least) / step).mapToDouble(i -> least + i * step).boxed()
                .toList());
    }

    double least() {
        return values.getFirst();
    }

    double most() {
        return values.getLast();
    }

    int last() {
        return values.size() - 1;
    }

    /// The value of the stop that is nearest to a position, 0 for the first one.
    double at(double position) {
        return values.get(Math.clamp(Math.round(position), 0, last()));
    }

    /// Where a value stands, between stops where it is none of them.
    double positionOf(double value) {
        for (int i = 1; i < values.size(); i++) {
            if (value <= values.get(i)) {
                double before = values.get(i - 1);
                return Math.max(0, i - 1 + (value - before) / (values.get(i) - before));
            }
        }
        return last();
    }
}
