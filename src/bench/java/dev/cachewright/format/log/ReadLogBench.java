package dev.cachewright.format.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A log of calls of 20 kB read to its end: by Jackson alone, which walks over it, takes its texts, or makes trees of its
/// lines, and by the reader of logs. The heap is the same small one for any length.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class ReadLogBench {

    private static final int FAMILIES = 40;
    private static final String[] WORDS = {"bridge", "ticket", "signal", "carriage", "reader", "loan", "ledger",
            "harbour",
            "archive", "platform", "river", "garden"};

    @Param({"50000", "200000"})
    private int calls;

    private Path file;

    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempFile("calls", ".jsonl");
        var random = new Random(1);
        List<String> families = new ArrayList<>();
        for (int i = 0; i < FAMILIES; i++) {
            families.add(text(random, 18_500));
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < calls; i++) {
                out.write(line(i, families.get(i % FAMILIES), text(random, 1_000)));
            }
        }
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public long jacksonWalks() throws IOException {
        long tokens = 0;
        try (InputStream in = Files.newInputStream(file); JsonParser parser = new JsonFactory().createParser(in)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    @Benchmark
    public long jacksonTakesTexts() throws IOException {
        long characters = 0;
        try (InputStream in = Files.newInputStream(file); JsonParser parser = new JsonFactory().createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                characters += token == JsonToken.VALUE_STRING ? parser.getText().length() : 0;
            }
        }
        return characters;
    }

    @Benchmark
    public long jacksonMakesTrees() throws IOException {
        long fields = 0;
        try (InputStream in = Files.newInputStream(file);
                MappingIterator<JsonNode> lines = new ObjectMapper().readerFor(JsonNode.class).readValues(in)) {
            while (lines.hasNext()) {
                fields += lines.next().size();
            }
        }
        return fields;
    }

    @Benchmark
    public LogReport ours() throws IOException {
        var log = new LogStream("calls", OptionalLong.of(Files.size(file)), () -> Files.newInputStream(file));
        long[] characters = new long[1];
        LogReport report = TrafficLogs.read(List.of(log), call -> call.body().map(String::length).orElse(0),
                length -> characters[0] += length, LogProgress.none());
        if (report.calls() != calls || characters[0] < 19_000L * calls) {
            throw new IllegalStateException(report.toString());
        }
        return report;
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.toString();
    }

    private static String line(int number, String system, String user) {
        return """
                {"number": %d, "at": "2026-11-02T09:%02d:%02dZ", "endpoint": "/v1/chat/completions", "model": "gpt-4.1", \
                "request": {"model": "gpt-4.1", "messages": [{"role": "system", "content": "%s"}, \
                {"role": "user", "content": "%s"}]}, "usage": {"prompt_tokens": 3100, "completion_tokens": 10, \
                "prompt_tokens_details": {"cached_tokens": 2048}}, "result": {"end": "answered", "text": "ok"}, \
                "ttftMs": 300, "totalMs": 900}
                """.formatted(number, number / 60 % 60, number % 60, system, user);
    }
}
