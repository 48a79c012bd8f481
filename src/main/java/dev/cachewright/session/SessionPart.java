package dev.cachewright.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Calls of a session that follow each other and went to the same place with the same prompt.
///
/// @param from the index of its first call
/// @param to the index after its last one
/// @param change what differs from the part before it; empty for the first part
public record SessionPart(int from, int to, Optional<Change> change) {

    /// What changed from one call to the next.
    public enum Change {
        /// Another prompt.
        PROMPT,
        /// The same prompt, edited.
        EDITION, MODEL, PROFILE, API
    }

    /// The parts of these calls, in their order; none where there are no calls.
    public static List<SessionPart> of(List<Call> calls) {
        var parts = new ArrayList<SessionPart>();
        int from = 0;
        Optional<Change> change = Optional.empty();
        for (int i = 1; i < calls.size(); i++) {
            Optional<Change> next = change(calls.get(i - 1).target(), calls.get(i).target());
            if (next.isPresent()) {
                parts.add(new SessionPart(from, i, change));
                from = i;
                change = next;
            }
        }
        if (!calls.isEmpty()) {
            parts.add(new SessionPart(from, calls.size(), change));
        }
        return parts;
    }

    /// What differs most; nothing where both are the same, or it is not known of which prompt they are.
    private static Optional<Change> change(CallTarget before, CallTarget now) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        boolean areKnown = !before.prompt().edition().isEmpty() && !now.prompt().edition().isEmpty();
        if (areKnown && !before.prompt().name().equals(now.prompt().name())) {
            return Optional.of(Change.PROMPT);
        }
        if (!before.model().equals(now.model())) {
            return Optional.of(Change.MODEL);
        }
        if (areKnown && !before.prompt().edition().equals(now.prompt().edition())) {
            return Optional.of(Change.EDITION);
        }
        if (!before.profile().equals(now.profile())) {
            return Optional.of(Change.PROFILE);
        }
        return before.api() == now.api() ? Optional.empty() : Optional.of(Change.API);
    }

    /// Whether the call at this index is one of its calls.
    public boolean contains(int index) {
        return index >= from && index < to;
    }
}
