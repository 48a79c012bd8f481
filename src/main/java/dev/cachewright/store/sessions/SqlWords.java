package dev.cachewright.store.sessions;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite says, as a sentence part for people.
final class SqlWords {

    private static final int PRIMARY = 0xFF;

    private SqlWords() {
    }

    /// The failure in words, with its cause.
    static IOException failure(SQLException e, Path file) {
        return new IOException(of(e, file), e);
    }

    /// Whether the file is not what it was when it was written.
    static boolean isDamage(SQLException e) {
        SQLiteErrorCode code = code(e);
        return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
    }

    /// Whether it is another process that is in the way for a moment.
    static boolean isBusy(SQLException e) {
        SQLiteErrorCode code = code(e);
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    private static String of(SQLException e, Path file) {
        return switch (code(e)) {
            case SQLITE_FULL -> "No space left on device (" + file + ")";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> "no permission for " + file;
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program is writing to " + file;
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                file + " is damaged; the next start sets it aside and keeps what can be read";
            case SQLITE_IOERR -> "the disk failed at " + file;
            default -> e.getMessage() == null ? "unknown cause" : e.getMessage();
        };
    }

    /// The kind of failure, without what it happened at.
    private static SQLiteErrorCode code(SQLException e) {
        int code = e instanceof SQLiteException known ? known.getResultCode().code : e.getErrorCode();
        return SQLiteErrorCode.getErrorCode(code & PRIMARY);
    }
}
