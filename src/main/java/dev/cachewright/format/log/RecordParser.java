package dev.cachewright.format.log;

import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.cachewright.format.json.Bytes;
import dev.cachewright.format.log.form.LogForms;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.LogFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads what was cut off a log, on any thread.
final class RecordParser {

    private final List<Found> found = new ArrayList<>();

    private RecordParser() {
    }

    /// What a record is, and where it begins.
    ///
    /// @param line from 0 on, counted from the beginning of what was cut off
    record Found(long line, Finding finding) {
    }

    /// What was found in a part of a log.
    ///
    /// @param lines that the part takes
    record Parsed(List<Found> found, long lines) {
    }

    static Parsed parse(Cut cut) {
        var parser = new RecordParser();
        long lines = switch (cut) {
            case Cut.Lines block -> parser.lines(block.bytes(), block.length());
            case Cut.Records records -> parser.records(records.pieces());
            case Cut.Fault fault -> {
                parser.add(fault.line(), new Finding.Unread(fault.why()));
                yield fault.lines();
            }
        };
        return new Parsed(parser.found, lines);
    }

    private void add(long line, Finding finding) {
        found.add(new Found(line, finding));
    }

    private long lines(byte[] bytes, int length) {
        long line = 0;
        int from = 0;
        for (int end = Bytes.next(bytes, from, length, '\n'); end
                < length; end = Bytes.next(bytes, from, length, '\n')) {
            record(bytes, from, end, line++);
            from = end + 1;
        }
        record(bytes, from, length, line);
        return line;
    }

    /// The pieces of a document know their lines themselves.
    private long records(List<Cut.Piece> pieces) {
        pieces.forEach(piece -> record(piece.bytes(), 0, piece.bytes().length, piece.line()));
        return 0;
    }

    private void record(byte[] bytes, int from, int to, long line) {
        int start = from;
        int end = to;
        while (start < end && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        // An array with an element a line is read as lines too.
        while (end > start && (bytes[end - 1] <= ' ' && bytes[end - 1] >= 0 || bytes[end - 1] == ',')) {
            end--;
        }
        int length = end - start;
        if (length == 0 || length == 1 && (bytes[start] == '[' || bytes[start] == ']')) {
            return;
        }
        switch (bytes[start]) {
            case '{' -> object(bytes, start, length, line);
            case '[' -> within(bytes, start, length, line);
            default -> add(line, new Finding.Unread("no JSON"));
        }
    }

    private void object(byte[] bytes, int from, int length, long line) {
        try {
            LogFields fields = LogFields.of(bytes, from, length);
            if (DocumentCutter.isAround(fields.all())) {
                within(bytes, from, length, line);
                return;
            }
            Finding finding = LogForms.read(fields);
            if (finding.equals(LogForms.UNKNOWN) && fields.isArray("data")) {
                within(bytes, from, length, line);
            } else {
                add(line, finding);
            }
        } catch (JsonEOFException _) {
            add(line, new Finding.Unread("cut off"));
        } catch (IOException _) {
            add(line, new Finding.Unread("not valid JSON"));
        }
    }

    /// A line that holds several records is a document of its own.
    private void within(byte[] bytes, int from, int length, long line) {
        try {
            DocumentCutter.cut(new ByteArrayInputStream(bytes, from, length),
                    cut -> parse(cut).found().forEach(each -> add(line, each.finding())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
