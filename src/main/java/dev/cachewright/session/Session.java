package dev.cachewright.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The calls made since the session was started, oldest first; immutable.
///
/// @param id names the session on disk
/// @param name that its user gave it; empty where it has none
/// @param prompt which it is of; unknown until its first call
public record Session(String id, String name, PromptSource prompt, List<Call> calls) {

    public Session {
        calls = List.copyOf(calls);
    }

    /// A session without a name.
    public Session(String id, List<Call> calls) {
        this(id, "", PromptSource.unknown(), calls);
    }

    public static Session started(String id) {
        return new Session(id, List.of());
    }

    public Session with(Call call) {
        return with(List.of(call));
    }

    public Session with(List<Call> more) {
        var next = new ArrayList<Call>(calls.size() + more.size());
        next.addAll(calls);
        next.addAll(more);
        return new Session(id, name, prompt, next);
    }

    /// What it is called: its own name, else that of its prompt; empty where neither is known.
    public String title() {
        return name.isEmpty() ? prompt.name() : name;
    }

    /// The same session under another name.
    public Session named(String other) {
        return new Session(id, other, prompt, calls);
    }

    /// The same session of this prompt.
    public Session of(PromptSource source) {
        return new Session(id, name, source, calls);
    }

    /// The call that another one is compared with at first: the last one before it to the same model that is neither for
    /// control nor a ping; the last one before it where there is none; empty for the first call.
    public Optional<Call> comparable(Call call) {
        Optional<Call> last = Optional.empty();
        for (Call other : calls.reversed()) {
            if (other.number() < call.number()) {
                if (other.target().model().equals(call.target().model()) && other.target().isPlain()) {
                    return Optional.of(other);
                }
                last = last.or(() -> Optional.of(other));
            }
        }
        return last;
    }

    /// The id of the last answer of a model at a profile, which a vendor can compare the next call with; empty where there
    /// is none.
    public String lastAnswer(String profile, String model) {
        for (Call call : calls.reversed()) {
            boolean isThere = call.target().profile().equals(profile) && call.target().model().equals(model)
                    && call.target().isPlain();
            if (isThere && call.measurement().result() instanceof CallResult.Answered answered
                    && !answered.id().isEmpty()) {
                return answered.id();
            }
        }
        return "";
    }

    /// The number of the next call.
    public int nextNumber() {
        return calls.isEmpty() ? 1 : calls.getLast().number() + 1;
    }

    public Statistics statistics() {
        return Statistics.of(calls);
    }
}
