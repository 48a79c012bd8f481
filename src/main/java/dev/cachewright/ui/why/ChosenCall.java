package dev.cachewright.ui.why;

import dev.cachewright.analysis.Destination;
import dev.cachewright.format.body.Diagnosis;
import dev.cachewright.format.divergence.Explainer;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchanges;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Asks why the chosen call of the session left the call before it; of the newest one where none is chosen.
public final class ChosenCall implements AutoCloseable {

    private final Workspace workspace;
    private final WhyViewModel why;
    private final Subscriptions subscriptions = new Subscriptions();
    /// What is explained: calls that come after it change nothing of that.
    private Optional<Asked> asked = Optional.empty();

    public ChosenCall(Workspace workspace, WhyViewModel why) {
        this.workspace = workspace;
        this.why = why;
        subscriptions.add(why.watchedProperty().subscribe(isWatched -> ask()));
        subscriptions.add(workspace.session().sessionProperty().subscribe(session -> ask()));
        subscriptions.add(workspace.session().selectedProperty().subscribe(call -> ask()));
    }

    private record Asked(String session, int call) {
    }

    /// A series may have thousands of calls: they are looked through while somebody looks.
    private void ask() {
        if (!why.watchedProperty().get()) {
            asked = Optional.empty();
            return;
        }
        List<Call> calls = workspace.session().getSession().calls();
        Optional<Call> chosen = workspace.session().selectedProperty().get()
                .or(() -> calls.isEmpty() ? Optional.empty() : Optional.of(calls.getLast()));
        var now = chosen.map(call -> new Asked(workspace.session().getSession().id(), call.number()));
        if (now.isPresent() && now.equals(asked)) {
            return;
        }
        asked = now;
        List<Call> before = chosen.map(call -> calls.stream().filter(other -> other.number() < call.number()).toList())
                .orElse(List.of());
        if (before.isEmpty()) {
            why.clear();
            return;
        }
        Call call = chosen.orElseThrow();
        var bodies = new Bodies(workspace.sessions().exchanges(), workspace.analysis().destinations());
        why.ask(new Question(bodies.sent(call), before.stream().map(bodies::sent).toList(),
                workspace.session().getSession().comparable(call).map(before::indexOf).orElse(-1),
                Diagnosis.of(call), call.measurement().timing().at()));
    }

    /// Where bodies are read, and what holds for their models.
    private record Bodies(Exchanges exchanges, Function<String, Destination> destinations) {

        private Sent sent(Call call) {
            return new Sent(call.number(),
                    () -> new Explainer.Side(exchanges.of(call), destinations.apply(call.target().model())));
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
