package dev.cachewright.chart;

/// The words and figures in a chart.
public interface ChartWords {

    /// The name of a layer that can be switched: `hit rate`.
    String name(Layer layer);

    /// What a part of a bar is called in the legend: `cached`.
    String part(Role role);

    /// The threshold in the legend.
    String threshold(long tokens);

    /// Tokens, or the number of a call.
    String count(long value);

    /// A figure of a line: `70.2%`, `812 ms`, `$0.0059`.
    ///
    /// @param layer one that is a line
    String figure(Layer layer, double value);
}
