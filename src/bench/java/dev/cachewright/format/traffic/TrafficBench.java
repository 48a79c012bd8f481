package dev.cachewright.format.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.store.log.LogFiles;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.traffic.WasteCause;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A long log is profiled in at most three times the time of reading it with the JSON library alone, in a heap that does
/// not grow with it. Run with the number of calls: 50,000 of 20 kB are 1 GB.
public final class TrafficBench {

    private static final int FAMILIES = 40;
    private static final int SIZE = 20_000;

    private TrafficBench() {
    }

    public static void main(String[] arguments) throws IOException {
        int calls = arguments.length == 0 ? 50_000 : Integer.parseInt(arguments[0]);
        Path log = Files.createTempFile("planted", ".jsonl");
        try {
            run(log, calls);
        } finally {
            Files.delete(log);
        }
    }

    private static void run(Path log, int calls) throws IOException {
        Map<WasteCause, Long> planted = new EnumMap<>(WasteCause.class);
        Map<Integer, Long> families = new HashMap<>();
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            new PlantedTraffic(1, FAMILIES, SIZE).write(calls, line -> {
                write(out, line.json());
                families.merge(line.family(), 1L, Long::sum);
                if (line.lost() > 0) {
                    planted.merge(line.cause(), line.lost(), Long::sum);
                }
            });
        }
        System.out.printf(Locale.ROOT, "%.2f GB, %d calls, heap of %d MB, %d processors%n", Files.size(log) / 1e9,
                calls,
                Runtime.getRuntime().maxMemory() >> 20, Runtime.getRuntime().availableProcessors());
        for (String time : List.of("first", "again", "third")) {
            double passed = seconds(() -> passOver(log));
            double alone = seconds(() -> readAlone(log));
            long before = processorTime();
            var reading = new TrafficReading[1];
            double profiled = seconds(() -> reading[0] = TrafficReading.of(LogFiles.at(List.of(log)),
                    new Analyst(BundledCatalog.read(), new Tokenizers()), new Tokenizers(), Optional.empty(),
                    LogProgress.none()));
            double work = (processorTime() - before) / 1e9;
            System.gc();
            long kept = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
            System.out.printf(Locale.ROOT,
                    "%s: JSON passed over %.1f s, read %.1f s, profiled in %.1f s (%.1f s of work), %.1f times; "
                            + "%d MB kept; right cause %.2f %% of the tokens; %d families of %d%n",
                    time, passed, alone, profiled,
                    work, profiled / alone, kept, right(planted, reading[0]), reading[0].profile().families().size(),
                    families.size());
        }
    }

    private static double right(Map<WasteCause, Long> planted, TrafficReading reading) {
        Map<WasteCause, Long> found = new EnumMap<>(WasteCause.class);
        reading.profile().all().causes().forEach(waste -> found.put(waste.cause(), waste.tokens()));
        long all = planted.values().stream().mapToLong(Long::longValue).sum();
        long right = planted.entrySet().stream().mapToLong(entry -> Math.min(entry.getValue(),
                found.getOrDefault(entry.getKey(), 0L))).sum();
        return 100.0 * right / all;
    }

    private static double seconds(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /// Of the whole process, compiling and collection included.
    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every line of the log read into its value, on one thread: the least that a script does which looks at a log.
    private static void readAlone(Path log) {
        long members = 0;
        try (MappingIterator<JsonNode> lines = new ObjectMapper().readerFor(JsonNode.class)
                .readValues(log.toFile())) {
            while (lines.hasNext()) {
                members += lines.next().size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (members == 0) {
            throw new IllegalStateException("An empty log");
        }
    }

    /// Every token of the log on one thread, no text of it made: what no reader of requests can come below.
    private static void passOver(Path log) {
        long length = 0;
        try (JsonParser parser = new JsonFactory().createParser(log.toFile())) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                length += token.isScalarValue() ? parser.getTextLength() : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (length == 0) {
            throw new IllegalStateException("An empty log");
        }
    }
}
