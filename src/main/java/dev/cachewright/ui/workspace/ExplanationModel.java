package dev.cachewright.ui.workspace;

import dev.cachewright.analysis.Destination;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.format.divergence.Explainer;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Exchanges;
import dev.cachewright.session.Verdict;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where and why the call that is looked at left the call before it, where that is why it missed; found in the background.
public final class ExplanationModel {

    private final SessionModel session;
    private final SessionsModel sessions;
    private final Supplier<Function<String, Destination>> destinations;
    private final Latest work;
    private final Latest looks;
    private final ReadOnlyObjectWrapper<Optional<Explained>> explained = new ReadOnlyObjectWrapper<>(
            Optional.empty());

    /// @param destinations what applies to calls to a model
    ExplanationModel(SessionModel session, SessionsModel sessions,
            Supplier<Function<String, Destination>> destinations, Background background) {
        this.session = session;
        this.sessions = sessions;
        this.destinations = destinations;
        this.work = new Latest(background);
        this.looks = new Latest(background);
        sessions.exchange().seenProperty().subscribe(this::explain);
    }

    /// A call and the one that it was compared with.
    public record Explained(Call call, Call earlier, Explanation explanation) {
    }

    private void explain(ExchangeModel.Seen seen) {
        work.cancel();
        explained.set(Optional.empty());
        Optional<Call> call = seen.call().filter(ExplanationModel::hasParted);
        Optional<Call> earlier = call.flatMap(session.getSession()::comparable);
        if (earlier.isPresent() && seen.exchange().isPresent()) {
            explain(call.get(), seen.exchange().get(), earlier.get());
        }
    }

    private void explain(Call call, Exchange sent, Call earlier) {
        Exchanges exchanges = sessions.exchanges();
        Function<String, Destination> known = destinations.get();
        work.submit(() -> explained(exchanges, known, call, sent, earlier),
                found -> explained.set(Optional.of(found).filter(each -> each.explanation().parts())), failure -> {
                    // The verdict is said without it; why it is not known is said where the two are compared.
                });
    }

    private static Explainer.Side side(Call call, Exchange exchange, Function<String, Destination> destinations) {
        return new Explainer.Side(exchange, destinations.apply(call.target().model()));
    }

    /// Finds the same of any call, in the background; nothing is told where it has not parted from another, or another
    /// call is asked about before it is found.
    public void look(Call call, Consumer<Explained> told) {
        looks.cancel();
        Optional<Call> earlier = Optional.of(call).filter(ExplanationModel::hasParted)
                .flatMap(session.getSession()::comparable);
        if (earlier.isEmpty()) {
            return;
        }
        Exchanges exchanges = sessions.exchanges();
        Function<String, Destination> known = destinations.get();
        looks.submit(() -> explained(exchanges, known, call, exchanges.of(call), earlier.get()), found -> {
            if (found.explanation().parts()) {
                told.accept(found);
            }
        }, failure -> {
            // What is known without it has been said.
        });
    }

    private static Explained explained(Exchanges exchanges, Function<String, Destination> known, Call call,
            Exchange sent, Call earlier) throws IOException {
        return new Explained(call, earlier, Explainer.explain(side(earlier, exchanges.of(earlier), known),
                side(call, sent, known), Set.of(), call.measurement().timing().at()));
    }

    /// Whether it missed because its request differs from those before it.
    private static boolean hasParted(Call call) {
        Verdict verdict = call.verdict();
        return verdict == Verdict.PREFIX_CHANGED || verdict == Verdict.SETTING_CHANGED
                || verdict == Verdict.KEY_CHANGED;
    }

    /// Empty while it is looked for, and where the call that is looked at has not parted from another.
    public ReadOnlyObjectProperty<Optional<Explained>> explainedProperty() {
        return explained.getReadOnlyProperty();
    }
}
