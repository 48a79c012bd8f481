package dev.cachewright.store.sessions;

import dev.cachewright.format.record.CallEntry;
import dev.cachewright.format.record.SentBlocks;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of calls: their entries, and which texts were sent and received.
final class CallTable {

    private final Connection connection;
    private final Contents contents;

    CallTable(Connection connection) {
        this.connection = connection;
        this.contents = new Contents(connection);
    }

    /// Calls of a session, and how many of its rows are none.
    record Found(List<Call> calls, int unreadable) {
    }

    /// Keeps a call, within a transaction of the caller.
    void add(String session, Call call, Exchange exchange) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO call (session, number, entry, body, blocks, answer, items)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, session);
            insert.setInt(2, call.number());
            insert.setString(3, CallEntry.write(call));
            insert.setLong(4, contents.keep(exchange.body()));
            insert.setLong(5, contents.keep(SentBlocks.write(exchange.blocks())));
            insert.setLong(6, contents.keep(exchange.answer()));
            insert.setLong(7, contents.keep(exchange.items()));
            insert.executeUpdate();
        }
    }

    /// The calls of a session in their order.
    Found of(String session) throws SQLException {
        var calls = new ArrayList<Call>();
        int unreadable = 0;
        try (PreparedStatement query = connection
                .prepareStatement("SELECT entry FROM call WHERE session = ? ORDER BY number")) {
            query.setString(1, session);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                Optional<Call> call = parse(row.getString(1));
                call.ifPresent(calls::add);
                unreadable += call.isEmpty() ? 1 : 0;
            }
        }
        return new Found(calls, unreadable);
    }

    /// A call with the numbers of its texts.
    record Place(String session, Call call, long body, long blocks, long answer, long items) {
    }

    /// The call at this place of the file; empty where there is none, or its entry is none.
    Optional<Place> place(long id) throws SQLException {
        return first("SELECT * FROM call WHERE id = ?", id);
    }

    /// What went out and came back in a call; empty where it is not there.
    ///
    /// @throws Contents.Damaged where it is not what was kept
    Optional<Exchange> exchange(String session, int number) throws SQLException, Contents.Damaged {
        Optional<Place> place = first("SELECT * FROM call WHERE session = ? AND number = ?", session, number);
        return place.isPresent() ? Optional.of(exchange(place.get())) : Optional.empty();
    }

    /// What went out and came back in a call.
    ///
    /// @throws Contents.Damaged where it is not what was kept
    Exchange exchange(Place place) throws SQLException, Contents.Damaged {
        return new Exchange(contents.read(place.body()), SentBlocks.read(contents.read(place.blocks())),
                contents.read(place.answer()), contents.read(place.items()));
    }

    private Optional<Place> first(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setObject(i + 1, arguments[i]);
            }
            ResultSet row = query.executeQuery();
            Optional<Call> call = row.next() ? parse(row.getString("entry")) : Optional.empty();
            return call.isEmpty() ? Optional.empty()
                    : Optional.of(new Place(row.getString("session"), call.get(), row.getLong("body"),
                            row.getLong("blocks"), row.getLong("answer"), row.getLong("items")));
        }
    }

    /// Removes what no call has any more, within a transaction of the caller.
    void removeUnused() throws SQLException {
        contents.removeUnused();
    }

    private static Optional<Call> parse(String entry) {
        try {
            return Optional.of(CallEntry.read(entry));
        } catch (InputException | DateTimeException | IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}
