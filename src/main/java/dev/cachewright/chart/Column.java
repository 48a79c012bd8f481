package dev.cachewright.chart;

import java.util.ArrayList;
import java.util.List;

/// A column of the chart: one call, or as many as share a pixel.
///
/// @param bar the call; of several their mean, or the one among them that was missed most: an aggregate hides no miss
/// @param failed whether a call of it failed
record Column(double x, double width, Frame.Calls calls, CallBar bar, boolean failed) {

    /// The columns in sight, from left to right.
    static List<Column> in(Frame frame, ChartCalls calls) {
        return frame.pitch() < 1 ? shared(frame, calls) : single(frame, calls);
    }

    private static List<Column> single(Frame frame, ChartCalls calls) {
        var columns = new ArrayList<Column>();
        int last = (int) Math.min(frame.calls(), Math.ceil(frame.span().to() - 1e-9));
        for (int i = (int) Math.max(0, Math.floor(frame.span().from() + 1e-9)); i < last; i++) {
            double x = Math.max(frame.left(), Math.round(frame.x(i)));
            double end = Math.min(frame.left() + frame.width(), Math.round(frame.x(i + 1)));
            if (end > x) {
                CallBar bar = calls.get(i);
                columns.add(new Column(x, end - x, new Frame.Calls(i, i + 1), bar, bar.isFailed()));
            }
        }
        return columns;
    }

    private static List<Column> shared(Frame frame, ChartCalls calls) {
        var columns = new ArrayList<Column>();
        for (double x = frame.left(); x < frame.left() + frame.width(); x++) {
            Frame.Calls here = frame.at(x);
            if (!here.isEmpty()) {
                columns.add(merged(x, here, calls));
            }
        }
        return columns;
    }

    private static Column merged(double x, Frame.Calls here, ChartCalls calls) {
        CallBar worst = null;
        boolean failed = false;
        var mean = new Mean();
        for (int i = here.from(); i < here.to(); i++) {
            CallBar bar = calls.get(i);
            failed |= bar.isFailed();
            mean.add(bar);
            if (bar.isUnexpectedMiss() && (worst == null || bar.uncached() > worst.uncached())) {
                worst = bar;
            }
        }
        CallBar shown = worst != null ? worst : mean.bar(calls.get(here.from()));
        return new Column(x, 1, here, shown, failed);
    }

    boolean isMissed() {
        return bar.isUnexpectedMiss();
    }

    double middle() {
        return x + width / 2;
    }

    /// The mean of the calls that reported; where none did, of those that did not fail.
    private static final class Mean {

        private long input;
        private long cached;
        private long written;
        private long reported;
        private long unknownInput;
        private long unknown;
        private long forecast;
        private long forecasts;

        private void add(CallBar bar) {
            if (bar.isReported()) {
                input += bar.tokens().input();
                cached += bar.cached();
                written += bar.tokens().written();
                reported++;
            } else if (!bar.isFailed()) {
                unknownInput += bar.tokens().input();
                unknown++;
            }
            if (bar.hasForecast()) {
                forecast += bar.tokens().forecast();
                forecasts++;
            }
        }

        private CallBar bar(CallBar first) {
            long mark = forecasts == 0 ? -1 : forecast / forecasts;
            if (reported > 0) {
                return new CallBar(first.number(), new CallBar.Tokens(input / reported, cached / reported,
                        written / reported, mark), CallBar.Outcome.PLAIN);
            }
            return unknown > 0
                    ? new CallBar(first.number(), new CallBar.Tokens(unknownInput / unknown, -1, 0, mark),
                            CallBar.Outcome.PLAIN)
                    : first;
        }
    }
}
