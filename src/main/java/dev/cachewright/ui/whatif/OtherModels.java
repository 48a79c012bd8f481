package dev.cachewright.ui.whatif;

import dev.cachewright.ui.fx.Latest;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The same calls with every priced model of the catalogue: counted when they are first asked for.
final class OtherModels {

    private final Latest work;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final ReadOnlyObjectWrapper<List<ModelRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Reply> reply = Optional.empty();

    OtherModels(Latest work) {
        this.work = work;
        open.subscribe((_, _) -> compute());
    }

    /// Sets them beside the answer to another question.
    void ask(Reply next) {
        reply = Optional.of(next);
        compute();
    }

    private void compute() {
        reply.filter(_ -> open.get()).ifPresent(of -> work.submit(() -> of.whatIf()
                .models(of.question().withLifetime("")).stream()
                .map(answer -> ModelRow.of(answer, of.question().model())).toList(), rows::set));
    }

    void clear() {
        work.cancel();
        reply = Optional.empty();
        rows.set(List.of());
    }

    /// Whether they are looked at.
    BooleanProperty openProperty() {
        return open;
    }

    /// Those that cost least first; empty while they are counted.
    ReadOnlyObjectProperty<List<ModelRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }
}
