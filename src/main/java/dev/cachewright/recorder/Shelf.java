package dev.cachewright.recorder;

import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionKeeper;
import java.io.IOException;
import java.util.function.Consumer;

/// Keeps the calls of a watch, and holds a few where the disk does not take them.
final class Shelf {

    private static final int MOST_WAITING = 100;

    private final SessionKeeper keeper;
    private final Session session;
    private final Gaps gaps;

    Shelf(SessionKeeper keeper, Session session, Gaps gaps) {
        this.keeper = keeper;
        this.session = session;
        this.gaps = gaps;
    }

    /// Keeps a call, or says why it is not kept.
    void keep(Call call, Exchange exchange, Consumer<? super WatchEvent.DiskRefused> events) {
        try {
            if (keeper.waiting(session.id()) >= MOST_WAITING) {
                makeRoom();
            }
            keeper.keep(session, call, exchange);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? "unknown cause" : e.getMessage();
            events.accept(new WatchEvent.DiskRefused(reason, keeper.waiting(session.id())));
        }
    }

    /// One more would be too many, unless the disk takes those that wait.
    private void makeRoom() throws IOException {
        try {
            keeper.retry();
        } catch (IOException e) {
            gaps.add(Gap.NOT_KEPT);
            throw e;
        }
    }
}
