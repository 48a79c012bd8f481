package dev.cachewright.chart;

/// One call in the chart: its input tokens, split by what the cache did, and what its lines show.
///
/// @param change says in a word or two what is new from this call on (another model, an edit), and draws a line before
/// it; empty where nothing is
public record CallBar(int number, Tokens tokens, Outcome outcome, Figures figures, String change) {

    /// How a call ended, as far as it is drawn.
    public enum Outcome {
        PLAIN,
        /// Less was read than was forecast.
        MISSED, FAILED,
        /// Sent so that no cache could help it, and left out of the hit rate.
        CONTROL
    }

    /// Tokens of the input.
    ///
    /// @param cached −1 where the server did not report it
    /// @param forecast of the cached ones; −1 where there was none
    public record Tokens(long input, long cached, long written, long forecast) {
    }

    /// What the lines show; [Double#NaN] where it is not known.
    public record Figures(double firstTokenMillis, double dollars) {

        private static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN);

        /// Neither is known.
        public static Figures unknown() {
            return UNKNOWN;
        }
    }

    /// A call like the one before it.
    public CallBar(int number, Tokens tokens, Outcome outcome) {
        this(number, tokens, outcome, Figures.unknown(), "");
    }

    /// The same from which on something is new.
    public CallBar changing(String word) {
        return new CallBar(number, tokens, outcome, figures, word);
    }

    public long cached() {
        return tokens.cached();
    }

    public boolean isUnexpectedMiss() {
        return outcome == Outcome.MISSED;
    }

    public boolean isFailed() {
        return outcome == Outcome.FAILED;
    }

    /// Whether its server said what it read from the cache; never of a call that failed.
    public boolean isReported() {
        return tokens.cached() >= 0 && !isFailed();
    }

    boolean hasForecast() {
        return tokens.forecast() >= 0 && !isFailed();
    }

    /// The tokens that were neither read nor written; never negative, whatever a server says.
    long uncached() {
        return Math.max(0, tokens.input() - Math.max(0, tokens.cached()) - tokens.written());
    }
}
