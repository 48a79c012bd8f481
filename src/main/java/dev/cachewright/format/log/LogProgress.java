package dev.cachewright.format.log;

import java.util.OptionalLong;

/// Is told how far the reading of logs has come, on the thread that reads, and says whether it is to go on.
@FunctionalInterface
public interface LogProgress {

    /// @param bytes taken from the logs so far, as they are on disk
    /// @param all bytes of all logs; empty where the size of one is not known
    /// @param calls handed on so far
    void report(long bytes, OptionalLong all, long calls);

    /// Whether reading is to end here. What was read by then counts.
    default boolean isCancelled() {
        return false;
    }

    /// For those who do not look.
    static LogProgress none() {
        return (_, _, _) -> {
        };
    }
}
