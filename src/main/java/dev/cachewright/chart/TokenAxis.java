package dev.cachewright.chart;

import java.util.ArrayList;
import java.util.List;

/// The values of the chart's y axis: from 0 to a round top in three to five equal steps.
///
/// Steps are powers of two up to 8,192 tokens, because thresholds and cache steps are, and 1, 2, 2.5 or 5 times a
/// power of ten above.
record TokenAxis(long step, int count) {

    private static final int MOST_STEPS = 5;
    private static final long SMALLEST_STEP = 16;
    private static final long LARGEST_BINARY_STEP = 2048;
    private static final long[] DECIMAL_STEPS = {20, 25, 50, 100};

    static TokenAxis reaching(long value) {
        long wanted = Math.max(1, value);
        long step = SMALLEST_STEP;
        while (step < LARGEST_BINARY_STEP && step * 4 < wanted) {
            step *= 2;
        }
        if (step * 4 < wanted) {
            step = decimalStep(wanted);
        }
        return new TokenAxis(step, (int) Math.ceilDiv(wanted, step));
    }

    private static long decimalStep(long wanted) {
        for (long power = 100;; power *= 10) {
            for (long factor : DECIMAL_STEPS) {
                long step = power * factor / 10;
                if (step * MOST_STEPS >= wanted) {
                    return step;
                }
            }
        }
    }

    long top() {
        return step * count;
    }

    List<Long> values() {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            values.add(i * step);
        }
        return values;
    }
}
