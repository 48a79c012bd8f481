package dev.cachewright.format.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The beginning of a log, by which it is told how its records stand in it.
final class Head {

    private static final int LOOKED_AT = 1 << 16;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Map<String, String> PACKED = Map.of("PK\u0003\u0004", "a ZIP archive: unpack it first",
            "PAR1", "a Parquet file: export JSON Lines instead", "SQLite format 3",
            "a database: export JSON Lines instead",
            "BZh", "packed with bzip2: unpack it first", "\u00FD7zXZ", "packed with xz: unpack it first");
    private static final List<String> DOCUMENTS = List.of("log", "resourceSpans", "resource_spans", "data");

    private final byte[] bytes;
    private final int start;
    private final String text;

    private final Optional<IOException> broken;

    private Head(byte[] bytes, Optional<IOException> broken) {
        this.bytes = bytes;
        this.broken = broken;
        this.start = bytes.length >= MARK.length && Arrays.equals(MARK, Arrays.copyOf(bytes, MARK.length))
                ? MARK.length
                : 0;
        // A byte for each character, so that nothing is lost at the end.
        this.text = new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
    }

    /// Takes the head off a log. One that breaks off here is read as far as it goes.
    static Head of(InputStream in) {
        byte[] bytes = new byte[LOOKED_AT];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < bytes.length; length += Math.max(0, read)) {
                read = in.read(bytes, length, bytes.length - length);
            }
            return new Head(Arrays.copyOf(bytes, length), Optional.empty());
        } catch (IOException e) {
            return new Head(Arrays.copyOf(bytes, length), Optional.of(e));
        }
    }

    /// The whole log again, without a byte order mark.
    InputStream with(InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes, start, bytes.length - start),
                broken.<InputStream>map(BrokenOff::new).orElse(rest));
    }

    /// Why there is nothing to read; empty where there may be.
    Optional<String> refusal() {
        Optional<String> packed = PACKED.entrySet().stream().filter(form -> text.startsWith(form.getKey()))
                .map(Map.Entry::getValue).findFirst();
        if (packed.isPresent()) {
            return packed;
        }
        if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF")) {
            return Optional.of("text in UTF-16: convert it to UTF-8");
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("no text");
        }
        boolean isJson = text.isBlank() || text.lines().map(String::stripLeading)
                .anyMatch(line -> line.startsWith("{") || line.startsWith("["));
        boolean isLongLine = bytes.length == LOOKED_AT && text.indexOf('\n') < 0;
        return isJson || isLongLine ? Optional.empty() : Optional.of("no JSON");
    }

    /// Whether records span lines, or are the elements of one value. Else each line is a record.
    boolean isDocument() {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(2).toList();
        if (lines.isEmpty()) {
            return false;
        }
        String first = lines.getFirst();
        char opening = first.charAt(0);
        if (opening != '{' && opening != '[') {
            return false;
        }
        boolean isExport = DOCUMENTS.stream().anyMatch(this::beginsWith);
        boolean isOpen = first.endsWith("[") || isExport && first.endsWith(",");
        if (!isOpen && lines.size() == 2 && isNextRecord(lines.getLast(), opening)) {
            return false;
        }
        boolean isWhole = first.endsWith("}") || first.endsWith("},");
        return isOpen || opening == '[' || !isWhole && lines.size() == 2 || isExport;
    }

    /// A line of its own is not indented, and what begins as the first one did is another of its kind.
    private boolean isNextRecord(String second, char opening) {
        int lineEnd = text.indexOf('\n', text.indexOf(opening));
        return second.charAt(0) == opening && text.charAt(lineEnd + 1) == opening;
    }

    private boolean beginsWith(String field) {
        return text.stripLeading().replaceFirst("^\\{\\s*", "").startsWith('"' + field + '"');
    }

    /// Whether it holds requests whose answers are in another file.
    boolean isBatchRequests() {
        return text.contains("\"custom_id\"") && (text.contains("\"params\"") || text.contains("\"method\""));
    }

    /// What is left of a log that broke off before.
    private static final class BrokenOff extends InputStream {

        private final IOException why;

        private BrokenOff(IOException why) {
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            throw why;
        }
    }
}
