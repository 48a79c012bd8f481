package dev.cachewright.words;

import dev.cachewright.session.Call;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.SessionPart;
import java.util.List;

/// The parts of a session in words.
public final class PartWords {

    private PartWords() {
    }

    /// What is new with this part: `gpt-5.4`, `prompt edited`; empty for the first part.
    public static String change(SessionPart part, List<Call> calls) {
        CallTarget target = calls.get(part.from()).target();
        return part.change().map(change -> switch (change) {
            case PROMPT -> target.prompt().name();
            case EDITION -> Texts.get("part.edited");
            case MODEL -> target.model();
            case PROFILE -> Texts.format("part.profile", target.profile());
            case API -> Texts.get("part.api." + target.api().word());
        }).orElse("");
    }

    /// Which calls of how many, and of what: `Calls 7 to 12 of 12 · prompt edited · gpt-4o`.
    public static String scope(SessionPart part, List<Call> calls) {
        Call first = calls.get(part.from());
        Call last = calls.get(part.to() - 1);
        String which = part.to() - part.from() == 1
                ? Texts.format("part.one-call", first.number(), calls.size())
                : Texts.format("part.calls", first.number(), last.number(), calls.size());
        String change = change(part, calls);
        String model = first.target().model();
        return change.isEmpty() || change.equals(model)
                ? Texts.format("part.scope", which, model)
                : Texts.format("part.scope-changed", which, change, model);
    }
}
