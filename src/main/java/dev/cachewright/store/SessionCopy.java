package dev.cachewright.store;

import dev.cachewright.format.record.SessionLines;
import dev.cachewright.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// Writes a whole session to a file of the user's choice, in the form in which sessions are kept.
public final class SessionCopy {

    private SessionCopy() {
    }

    /// @throws IOException where the file cannot be written; it then holds what it held before
    public static void write(Session session, Path file) throws IOException {
        String lines = session.calls().stream().map(call -> SessionLines.write(call) + "\n")
                .collect(Collectors.joining());
        try {
            AtomicFile.write(file, lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException(DiskWords.of(e), e);
        }
    }
}
