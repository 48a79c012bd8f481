package dev.cachewright.format.log;

import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.session.Usage;
import java.time.Duration;
import java.time.Instant;

/// Tells the same call in a copy of a log, or in another log of the same traffic: by the id of its answer, with the same
/// counts at about the same time. Servers that give all answers one id are not taken in by that.
final class SeenAnswers {

    /// More calls than this are not remembered.
    private static final int MOST = 1 << 20;
    private static final int FIRST_SIZE = 1 << 10;
    /// A shorter id is a number of something.
    private static final int SHORTEST = 8;
    private static final Duration NEAR = Duration.ofMinutes(10);
    /// The ids of batches are those of their users, who may use them again.
    private static final String BATCH = "batch";
    private static final long PRIME = 0x100000001B3L;

    private long[] keys = new long[FIRST_SIZE];
    private long[] times = new long[FIRST_SIZE];
    private int count;

    /// Whether the call was seen before; from now on it was.
    boolean isAgain(FoundCall call) {
        if (call.id().length() < SHORTEST || call.usage().input().isEmpty() || call.form().endsWith(BATCH)) {
            return false;
        }
        long key = key(call);
        long time = call.at().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE);
        int at = slot(keys, key);
        if (keys[at] == key) {
            return isNear(times[at], time);
        }
        if (count < MOST) {
            keys[at] = key;
            times[at] = time;
            count++;
            grow();
        }
        return false;
    }

    private static boolean isNear(long one, long other) {
        return one == Long.MIN_VALUE || other == Long.MIN_VALUE || Math.abs(one - other) <= NEAR.toSeconds();
    }

    private void grow() {
        if (count * 2 < keys.length) {
            return;
        }
        long[] oldKeys = keys;
        long[] oldTimes = times;
        keys = new long[oldKeys.length * 2];
        times = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = slot(keys, oldKeys[i]);
                keys[at] = oldKeys[i];
                times[at] = oldTimes[i];
            }
        }
    }

    /// Where a key is, or may be put.
    private static int slot(long[] keys, long key) {
        int at = (int) (key >>> 32) & keys.length - 1;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    /// Never 0.
    private static long key(FoundCall call) {
        Usage usage = call.usage();
        String text = call.id() + ' ' + usage.input() + usage.cached() + usage.output();
        long hash = 0xCBF29CE484222325L;
        for (char each : text.toCharArray()) {
            hash = (hash ^ each) * PRIME;
        }
        hash ^= hash >>> 29;
        return hash * 0x9E3779B97F4A7C15L | 1;
    }
}
