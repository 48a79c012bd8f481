package dev.cachewright.recorder;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Counts the calls that passed and are not in the session. Counted by any thread, told by one.
final class Gaps {

    private final Map<Gap, AtomicLong> counts = new EnumMap<>(Gap.class);
    private final Map<Gap, Long> told = new EnumMap<>(Gap.class);

    Gaps() {
        for (Gap gap : Gap.values()) {
            counts.put(gap, new AtomicLong());
        }
    }

    void add(Gap gap) {
        counts.get(gap).incrementAndGet();
    }

    /// Tells the counts that have grown.
    void tell(Consumer<? super WatchEvent.Missed> events) {
        counts.forEach((gap, count) -> {
            long now = count.get();
            if (now > told.getOrDefault(gap, 0L)) {
                told.put(gap, now);
                events.accept(new WatchEvent.Missed(gap, now));
            }
        });
    }
}
