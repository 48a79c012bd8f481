package dev.cachewright.format.log;

import java.util.List;
import java.util.OptionalLong;

/// Tells whether a log holds calls, from as much of it as that needs.
public final class LogGlance {

    /// Where nothing was found in so many bytes, nothing is looked for.
    private static final long MOST = 32 << 20;

    private LogGlance() {
    }

    public static boolean holdsCalls(LogStream log) {
        return TrafficLogs.read(List.of(log), _ -> log, _ -> {
        }, new UntilFound()).calls() > 0;
    }

    private static final class UntilFound implements LogProgress {

        private boolean isDone;

        @Override
        public void report(long bytes, OptionalLong all, long calls) {
            isDone = calls > 0 || bytes > MOST;
        }

        @Override
        public boolean isCancelled() {
            return isDone;
        }
    }
}
