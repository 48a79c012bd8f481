package dev.cachewright.provider.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads server-sent events as they arrive, the last one also where its blank line is missing.
final class ServerEvents {

    private static final String DATA = "data:";
    /// May stand before the first event, and is no part of it.
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader text;
    private boolean isAfterReturn;
    private boolean isBegun;

    ServerEvents(InputStream in) {
        this.text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /// The data of the next event; empty at the end.
    ///
    /// @throws TooMuch where an event is longer than [TooMuch#LONGEST_EVENT]
    Optional<String> next() throws IOException {
        var data = new StringBuilder();
        boolean isEvent = false;
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            if (line.get().isEmpty() && isEvent) {
                return Optional.of(data.toString());
            }
            if (line.get().startsWith(DATA)) {
                String value = line.get().substring(DATA.length());
                data.append(isEvent ? "\n" : "").append(value.startsWith(" ") ? value.substring(1) : value);
                isEvent = true;
                TooMuch.check(data.length());
            }
        }
        return isEvent ? Optional.of(data.toString()) : Optional.empty();
    }

    /// The next line, of at most [TooMuch#LONGEST_EVENT] characters.
    private Optional<String> line() throws IOException {
        var line = new StringBuilder();
        for (int next = text.read(); next >= 0; next = text.read()) {
            boolean ends = next == '\n' || next == '\r';
            boolean isSecondHalf = next == '\n' && isAfterReturn;
            isAfterReturn = next == '\r';
            if (ends && !isSecondHalf) {
                return Optional.of(line.toString());
            }
            boolean isMark = !isBegun && next == BYTE_ORDER_MARK;
            isBegun = true;
            if (!ends && !isMark) {
                line.append((char) next);
                TooMuch.check(line.length());
            }
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }
}
