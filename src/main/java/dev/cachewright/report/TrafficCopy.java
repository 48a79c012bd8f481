package dev.cachewright.report;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.store.AtomicFile;
import dev.cachewright.store.DiskWords;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Writes what recorded calls read and missed as a page for people.
public final class TrafficCopy {

    private TrafficCopy() {
    }

    /// @param rules in place of those of each model
    /// @param now for the prices of examples
    /// @throws IOException where the file cannot be written; it then holds what it held before
    public static void write(TrafficReading reading, Analyst analyst, Optional<RuleSet> rules, Instant now, Path file)
            throws IOException {
        try {
            AtomicFile.write(file, out -> {
                var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                TrafficPage.write(reading, analyst, rules, now, writer);
                writer.flush();
            });
        } catch (IOException e) {
            throw new IOException(DiskWords.of(e), e);
        }
    }
}
