package dev.cachewright.ui.workspace;

import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.SessionKeeper;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Unexpected;
import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What went out and came back in the call that is looked at: read from the store when a call is chosen.
public final class ExchangeModel {

    /// No call is looked at.
    public static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty(), "");

    private final SessionModel session;
    private final SessionKeeper keeper;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(NOTHING);

    ExchangeModel(SessionModel session, SessionKeeper keeper, Background background) {
        this.session = session;
        this.keeper = keeper;
        this.latest = new Latest(background);
    }

    /// The call that is looked at, and its exchange as far as it is known.
    ///
    /// @param exchange empty while it is read, and where it cannot be
    /// @param problem why it cannot be read; empty where it can
    public record Seen(Optional<Call> call, Optional<Exchange> exchange, String problem) {
    }

    /// A call has just ended: what it sent and received is at hand.
    void ended(Call call, Exchange exchange) {
        latest.cancel();
        seen.set(new Seen(Optional.of(call), Optional.of(exchange), ""));
    }

    /// Looks at a call, or at none.
    void look(Optional<Call> call) {
        if (call.equals(seen.get().call()) && (call.isEmpty() || seen.get().exchange().isPresent())) {
            return;
        }
        latest.cancel();
        seen.set(new Seen(call, Optional.empty(), ""));
        call.ifPresent(this::read);
    }

    private void read(Call call) {
        String id = session.getSession().id();
        latest.submit(() -> keeper.exchange(id, call.number()),
                found -> seen.set(new Seen(Optional.of(call), Optional.of(found), "")),
                failure -> seen.set(new Seen(Optional.of(call), Optional.empty(),
                        Unexpected.words(failure, IOException.class))));
    }

    public ReadOnlyObjectProperty<Seen> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    public Seen get() {
        return seen.get();
    }
}
