package dev.cachewright.ui.traffic;

import dev.cachewright.format.log.LogProgress;
import java.util.OptionalLong;

/// The progress of logs that are read twice, as one.
final class TwoPasses implements LogProgress {

    private final LogProgress whole;
    private long last;
    private long before;

    TwoPasses(LogProgress whole) {
        this.whole = whole;
    }

    @Override
    public void report(long bytes, OptionalLong all, long calls) {
        if (bytes < last) {
            before = last;
        }
        last = bytes;
        whole.report(before + bytes, all.isPresent() ? OptionalLong.of(2 * all.getAsLong()) : all, calls);
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }
}
