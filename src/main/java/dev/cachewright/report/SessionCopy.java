package dev.cachewright.report;

import dev.cachewright.format.record.SessionCsv;
import dev.cachewright.format.record.SessionLines;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchanges;
import dev.cachewright.session.Session;
import dev.cachewright.store.AtomicFile;
import dev.cachewright.store.DiskWords;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes a whole session to a file of the user's choice.
public final class SessionCopy {

    private SessionCopy() {
    }

    /// @param exchanges what went out and came back, asked for a call at a time
    /// @throws IOException where the file cannot be written, or a call not be read; the file then holds what it held
    /// before
    public static void write(Session session, Exchanges exchanges, SessionForm form, Path file)
            throws IOException {
        try {
            AtomicFile.write(file, out -> write(session, exchanges, form, out));
        } catch (IOException e) {
            throw new IOException(DiskWords.of(e), e);
        }
    }

    /// The same to a stream, which stays open.
    public static void write(Session session, Exchanges exchanges, SessionForm form, OutputStream out)
            throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        switch (form) {
            case JSONL -> writeLines(session, exchanges, writer);
            case CSV -> SessionCsv.write(session.calls(), writer);
            case HTML -> SessionPage.write(session, writer);
        }
        writer.flush();
    }

    private static void writeLines(Session session, Exchanges exchanges, Writer out) throws IOException {
        for (Call call : session.calls()) {
            out.write(SessionLines.write(call, exchanges.of(call)));
            out.write('\n');
        }
    }
}
