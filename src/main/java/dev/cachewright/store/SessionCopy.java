package dev.cachewright.store;

import dev.cachewright.format.record.SessionLines;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchanges;
import dev.cachewright.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes a whole session to a file of the user's choice as JSON Lines, one call a line.
public final class SessionCopy {

    private SessionCopy() {
    }

    /// @throws IOException where the file cannot be written, or a call not be read; the file then holds what it held
    /// before
    public static void write(Session session, Exchanges exchanges, Path file) throws IOException {
        try {
            AtomicFile.write(file, out -> {
                for (Call call : session.calls()) {
                    out.write((SessionLines.write(call, exchanges.of(call)) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
        } catch (IOException e) {
            throw new IOException(DiskWords.of(e), e);
        }
    }
}
