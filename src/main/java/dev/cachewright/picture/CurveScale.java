package dev.cachewright.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Where a value lies on an axis.
///
/// @param isLogarithmic whether equal ways are equal ratios; its least is above 0 then
/// @param ticks values that are named beside it, within it
record CurveScale(double least, double most, boolean isLogarithmic, List<Double> ticks) {

    /// Costs further apart than this could not be told from 0 on an even axis.
    private static final double WIDE = 50;
    private static final int MOST_TICKS = 5;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    CurveScale {
        ticks = List.copyOf(ticks);
    }

    /// An axis of a figure of a question: even where it begins at 0.
    static CurveScale across(double least, double most) {
        return new CurveScale(least, most, least > 0, List.of());
    }

    /// An axis of dollars: from 0 on, or from one power of ten to another where they differ by much.
    static CurveScale ofCosts(double... costs) {
        double most = Arrays.stream(costs).max().orElse(1);
        double least = DoubleStream.of(costs).min().orElse(1);
        if (least > 0 && most / least > WIDE) {
            return powers((int) Math.floor(Math.log10(least)), (int) Math.ceil(Math.log10(most)));
        }
        double end = most > 0 ? roundUp(most) : 1;
        return new CurveScale(0, end, false, List.of(0.0, end / 2, end));
    }

    private static CurveScale powers(int from, int to) {
        int step = Math.ceilDiv(to - from, MOST_TICKS - 1);
        return new CurveScale(Math.pow(10, from), Math.pow(10, to), true,
                IntStream.rangeClosed(from, to).filter(power -> (power - from) % step == 0)
                        .mapToObj(power -> Math.pow(10, power)).toList());
    }

    private static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        return power * DoubleStream.of(ROUND).filter(each -> each * power >= value).findFirst().orElse(10);
    }

    /// 0 at its least, 1 at its most.
    double share(double value) {
        if (most <= least) {
            return 0;
        }
        return isLogarithmic
                ? Math.log(value / least) / Math.log(most / least)
                : (value - least) / (most - least);
    }
}
