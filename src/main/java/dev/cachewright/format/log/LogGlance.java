package dev.cachewright.format.log;

import java.util.List;
import java.util.OptionalLong;

/// Tells whether a log holds calls, from as much of it as that needs.
public final class LogGlance {

    /// Where nothing was found in so many bytes, nothing is looked for.
    private static final long MOST = 32 << 20;

    private LogGlance() {
    }

    /// @param least how many calls are looked for
    public static boolean holdsCalls(LogStream log, int least) {
        return TrafficLogs.read(List.of(log), _ -> log, _ -> {
        }, new UntilFound(least)).calls() >= least;
    }

    private static final class UntilFound implements LogProgress {

        private final int least;
        private boolean isDone;

        UntilFound(int least) {
            this.least = least;
        }

        @Override
        public void report(long bytes, OptionalLong all, long calls) {
            isDone = calls >= least || bytes > MOST;
        }

        @Override
        public boolean isCancelled() {
            return isDone;
        }
    }
}
