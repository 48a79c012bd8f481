package dev.cachewright.store.sessions;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The tables, step by step: a file of any earlier version is brought up to date, and one of a later version is left alone.
///
/// A step that was released is never changed.
final class Schema {

    private static final List<List<String>> STEPS = List.of(List.of("""
            CREATE TABLE session (
              id TEXT PRIMARY KEY, name TEXT NOT NULL, prompt TEXT NOT NULL, path TEXT NOT NULL, models TEXT NOT NULL,
              last INTEGER NOT NULL, calls INTEGER NOT NULL, input INTEGER NOT NULL, cached INTEGER NOT NULL,
              misses INTEGER NOT NULL, cost INTEGER)""", """
            CREATE TABLE call (
              id INTEGER PRIMARY KEY, session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
              number INTEGER NOT NULL, entry TEXT NOT NULL, body INTEGER NOT NULL, blocks INTEGER NOT NULL,
              answer INTEGER NOT NULL, items INTEGER NOT NULL, UNIQUE (session, number))""",
            "CREATE TABLE text (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, pieces BLOB NOT NULL)",
            "CREATE TABLE piece (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL)"));

    private Schema() {
    }

    /// A file of a later version, which this one does not know how to read.
    static final class TooNew extends SQLException {

        private static final long serialVersionUID = 1;

        TooNew() {
            super("the sessions are of a later version of Cachewright; they are left as they are");
        }
    }

    /// Brings the tables up to date, all of it or nothing.
    static void bringUpToDate(Connection connection) throws SQLException {
        bringUpTo(STEPS.size(), connection);
    }

    /// For tests: the tables as an earlier version made them.
    static void bringUpTo(int version, Connection connection) throws SQLException {
        if (version(connection) == version) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                // Another window may have done it meanwhile.
                int from = version(connection);
                if (from > version) {
                    throw new TooNew();
                }
                for (List<String> step : STEPS.subList(from, version)) {
                    for (String sql : step) {
                        statement.execute(sql);
                    }
                }
                statement.execute("PRAGMA user_version = " + version);
                statement.execute("COMMIT");
            } catch (SQLException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("PRAGMA user_version");
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
