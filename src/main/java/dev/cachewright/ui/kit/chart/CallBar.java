package dev.cachewright.ui.kit.chart;

/// One call in the [CallChart]: its input tokens, split by what the cache did.
///
/// `cached` is −1 where the server did not report it, `forecast` is −1 where there was none; `description` is the
/// sentence for the tooltip and the screen reader. `change` says in a word or two what is new from this call on (another
/// model, an edit), and draws a line before it; empty where nothing is.
public record CallBar(int number, long input, long cached, long written, long forecast, boolean unexpectedMiss,
        boolean failed, String description, String change) {

    /// A call like the one before it.
    public CallBar(int number, long input, long cached, long written, long forecast, boolean unexpectedMiss,
            boolean failed, String description) {
        this(number, input, cached, written, forecast, unexpectedMiss, failed, description, "");
    }

    boolean isReported() {
        return cached >= 0;
    }

    boolean hasForecast() {
        return forecast >= 0;
    }

    /// The tokens that were neither read nor written; never negative, whatever a server says.
    long uncached() {
        return Math.max(0, input - Math.max(0, cached) - written);
    }
}
