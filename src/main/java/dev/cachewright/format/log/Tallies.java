package dev.cachewright.format.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts records that are left out, by their reasons.
final class Tallies {

    /// Reasons that are told apart; there are few, and a log cannot make more of them.
    private final Map<String, LogReport.LeftOut> byReason = new LinkedHashMap<>();

    void add(String reason, LogPlace place) {
        byReason.merge(reason, new LogReport.LeftOut(reason, 1, place), (known, _) -> known.plus());
    }

    List<LogReport.LeftOut> all() {
        return List.copyOf(byReason.values());
    }
}
