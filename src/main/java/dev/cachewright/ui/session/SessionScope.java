package dev.cachewright.ui.session;

import dev.cachewright.session.Call;
import dev.cachewright.session.SessionPart;
import dev.cachewright.words.PartWords;
import dev.cachewright.words.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Which calls of a session its figures are of: those of one model and one state of the prompt, with the chosen call
/// among them, else the latest ones; or all of them, where that is asked for.
public final class SessionScope {

    private final SessionFigures figures = new SessionFigures();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper other = new ReadOnlyStringWrapper("");
    private List<Call> calls = List.of();
    private List<SessionPart> parts = List.of();
    private final Map<Integer, SessionPart> byStart = new HashMap<>();
    private int chosen = -1;
    private boolean isWhole;

    void show(List<Call> shown) {
        boolean isAnother = shown.size() < calls.size();
        calls = shown;
        parts = SessionPart.of(shown);
        byStart.clear();
        parts.forEach(part -> byStart.put(part.from(), part));
        isWhole &= !isAnother;
        refresh();
    }

    /// @param index of the call that is looked at; −1 where none is
    void choose(int index) {
        Optional<SessionPart> before = part();
        chosen = index;
        // Figures are of thousands of calls, and calls are walked quickly.
        if (!part().equals(before)) {
            refresh();
        }
    }

    /// The words for what is new with the call at this index; empty where nothing is.
    String changeAt(int index) {
        return byStart.containsKey(index) ? PartWords.change(byStart.get(index), calls) : "";
    }

    /// All calls instead of one part, or the part again.
    void toggle() {
        isWhole = !isWhole;
        refresh();
    }

    /// The model of the part that is looked at; empty where there are no calls.
    String model() {
        return part().map(part -> calls.get(part.from()).target().model()).orElse("");
    }

    private Optional<SessionPart> part() {
        return parts.stream().filter(each -> each.contains(chosen)).findFirst()
                .or(() -> parts.isEmpty() ? Optional.empty() : Optional.of(parts.getLast()));
    }

    private void refresh() {
        Optional<SessionPart> part = part();
        boolean isDivided = parts.size() > 1;
        figures.show(part.filter(each -> isDivided && !isWhole).map(each -> calls.subList(each.from(), each.to()))
                .orElse(calls));
        text.set(!isDivided ? ""
                : isWhole ? Texts.format("session.scope-all", calls.size(), parts.size())
                        : PartWords.scope(part.orElseThrow(), calls));
        other.set(!isDivided ? "" : Texts.get(isWhole ? "session.show-part" : "session.show-all"));
    }

    public SessionFigures getFigures() {
        return figures;
    }

    /// What the figures are of; empty where the session has no parts.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    public String getText() {
        return text.get();
    }

    /// What they could be of instead.
    public ReadOnlyStringProperty otherProperty() {
        return other.getReadOnlyProperty();
    }

    public String getOther() {
        return other.get();
    }
}
