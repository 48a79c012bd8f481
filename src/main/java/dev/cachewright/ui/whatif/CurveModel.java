package dev.cachewright.ui.whatif;

import dev.cachewright.ui.fx.Latest;
import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.Knob;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// The curve of the figure that was moved last, or chosen: computed in the background.
final class CurveModel implements AutoCloseable {

    private final Latest work;
    private final ObjectProperty<Knob> knob;
    private final ReadOnlyObjectWrapper<Optional<Curve>> curve = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Subscription chosen;
    private Optional<Reply> reply = Optional.empty();

    CurveModel(Latest work, ObjectProperty<Knob> knob) {
        this.work = work;
        this.knob = knob;
        this.chosen = knob.subscribe((_, _) -> compute());
    }

    /// Draws it around another answer; the one that is drawn stays until then.
    void ask(Reply next) {
        reply = Optional.of(next);
        compute();
    }

    private void compute() {
        reply.ifPresent(of -> of.answer().ifPresent(now -> compute(of, now)));
    }

    private void compute(Reply of, Answer now) {
        Knob moved = knob.get();
        work.submit(() -> new Curve(moved, of.whatIf().curve(of.question(), moved), now),
                drawn -> curve.set(Optional.of(drawn)));
    }

    void clear() {
        work.cancel();
        reply = Optional.empty();
        curve.set(Optional.empty());
    }

    /// Empty while nothing is answered.
    ReadOnlyObjectProperty<Optional<Curve>> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    @Override
    public void close() {
        chosen.unsubscribe();
        clear();
    }
}
