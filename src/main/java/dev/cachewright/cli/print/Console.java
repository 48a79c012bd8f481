package dev.cachewright.cli.print;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cachewright.words.HiddenCharacters;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/// The two streams of a command.
public final class Console {

    private static final Pattern BREAKS = Pattern.compile("(?<!\\s)\\s*\\R\\s*");

    /// Characters of a line beside the result: a name in a file may be as long as the file.
    private static final int LONGEST = 4_000;
    private static final int LAST = 1_000;

    /// Not set up before a document is printed: most commands print lines.
    private static final class Json {

        private static final ObjectWriter WRITER = JsonMapper.builder().build().writer()
                .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    private final PrintStream out;
    private final PrintStream err;

    public Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// Writes a part of a line, and hands it on at once.
    public void write(String part) {
        out.print(part);
        out.flush();
    }

    /// Standard output for what is written as it is, a part at a time.
    public OutputStream stream() {
        return out;
    }

    /// Whether what is written arrives nowhere, because a pipe was closed or a disk is full.
    public boolean isClosed() {
        return out.checkError();
    }

    /// Whether who reads what is written has gone.
    public boolean isReaderGone() {
        return out instanceof ToReader reader && reader.isReaderGone();
    }

    public void print(String line) {
        out.println(HiddenCharacters.masked(line));
    }

    /// Writes several lines, the last with its end.
    public void printText(String lines) {
        out.print(HiddenCharacters.masked(lines));
    }

    public void print(Table table) {
        table.lines().forEach(this::print);
    }

    public void print(JsonNode document) {
        out.println(json(document));
    }

    /// The document in one line.
    public String json(JsonNode document) {
        try {
            return HiddenCharacters.escaped(
                    Json.WRITER.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void print(Report report, boolean isJson) {
        if (isJson) {
            print(report.json());
        } else {
            print(report.table());
            print("");
            print(report.summary());
        }
    }

    /// Writes one line to standard error, beside the result; the middle of a very long one is left out.
    public void say(String message) {
        String line = message.length() <= LONGEST ? message
                : message.substring(0, LONGEST - LAST) + " … " + message.substring(message.length() - LAST);
        err.println(HiddenCharacters.masked(BREAKS.matcher(line).replaceAll(" ")));
    }
}
