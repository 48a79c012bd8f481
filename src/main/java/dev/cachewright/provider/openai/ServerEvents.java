package dev.cachewright.provider.openai;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads server-sent events as they arrive, the last one also where its blank line is missing.
final class ServerEvents {

    private static final String DATA = "data:";

    private final BufferedReader lines;

    ServerEvents(InputStream in) {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /// The data of the next event; empty at the end.
    Optional<String> next() throws IOException {
        var data = new StringBuilder();
        boolean isEvent = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && isEvent) {
                return Optional.of(data.toString());
            }
            if (line.startsWith(DATA)) {
                String value = line.substring(DATA.length());
                data.append(isEvent ? "\n" : "").append(value.startsWith(" ") ? value.substring(1) : value);
                isEvent = true;
            }
        }
        return isEvent ? Optional.of(data.toString()) : Optional.empty();
    }
}
