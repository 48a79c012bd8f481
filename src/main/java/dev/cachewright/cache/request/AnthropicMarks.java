package dev.cachewright.cache.request;

import dev.cachewright.cache.request.Refusal.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which of the breakpoints of one request Anthropic accepts: at most so many, one hour before five minutes, and
/// automatic caching as one more after the last block that can carry it.
///
/// Source: Anthropic's prompt caching page of 2026-09. What is not accepted here, the API answers with 400.
///
/// @param accepted the breakpoints that are accepted, by their place in the request, automatic caching's own among them
/// @param refused why the others are not, by their place
/// @param automatic why automatic caching is not accepted; empty where it is, or is not asked for
public record AnthropicMarks(Map<Integer, String> accepted, Map<Integer, Reason> refused, Optional<Reason> automatic) {

    private static final String LONG = "1h";

    /// @param marks the lifetime of each breakpoint by its place, in its order
    /// @param wanted where automatic caching would end, with its lifetime; empty where it is not asked for
    /// @param slots how many breakpoints one request may have
    public static AnthropicMarks of(Map<Integer, String> marks, Optional<Map.Entry<Integer, String>> wanted,
            int slots) {
        var accepted = new TreeMap<>(marks);
        var refused = new TreeMap<Integer, Reason>();
        List.copyOf(accepted.keySet()).stream().skip(slots).forEach(place -> {
            accepted.remove(place);
            refused.put(place, Reason.TOO_MANY);
        });
        Optional<Reason> automatic = wanted.flatMap(mark -> automaticRefusal(mark, accepted, slots));
        wanted.filter(mark -> automatic.isEmpty()).ifPresent(mark -> accepted.put(mark.getKey(), mark.getValue()));
        boolean isLongAfter = false;
        for (int place : List.copyOf(accepted.keySet()).reversed()) {
            if (accepted.get(place).equals(LONG)) {
                isLongAfter = true;
            } else if (isLongAfter) {
                accepted.remove(place);
                refused.put(place, Reason.SHORT_BEFORE_LONG);
            }
        }
        return new AnthropicMarks(accepted, refused, automatic);
    }

    private static Optional<Reason> automaticRefusal(Map.Entry<Integer, String> wanted, Map<Integer, String> accepted,
            int slots) {
        String there = accepted.get(wanted.getKey());
        if (accepted.size() >= slots) {
            return Optional.of(Reason.AUTOMATIC_WITHOUT_SLOT);
        }
        return there == null || there.equals(wanted.getValue())
                ? Optional.empty()
                : Optional.of(Reason.AUTOMATIC_WITH_OTHER_TTL);
    }

    /// Whether the API would answer the request with 400.
    public boolean isRefused() {
        return !refused.isEmpty() || automatic.isPresent();
    }
}
