package dev.cachewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.format.log.TrafficLogs;
import dev.cachewright.format.traffic.PlantedTraffic;
import dev.cachewright.format.traffic.RecordMaker;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.traffic.piece.Overlap;
import dev.cachewright.traffic.piece.PieceTokens;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What the best layout could have read, beside an opinion that compares each call with all before it.
class ReachableTest {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private static List<TrafficRecord> planted(long seed) {
        var text = new StringBuilder();
        new PlantedTraffic(seed, 5, 9_000).write(250, line -> text.append(line.json()).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var records = new ArrayList<TrafficRecord>();
        var maker = new RecordMaker(SharedTokenizers.ALL.of(Encoding.O200K_BASE));
        TrafficLogs.read(List.of(new LogStream("planted.jsonl", OptionalLong.of(bytes.length),
                () -> new ByteArrayInputStream(bytes))), maker::record, records::add, LogProgress.none());
        return records;
    }

    @Test
    void itIsWhatTheBestOfAllEarlierWarmCallsShares() {
        for (long seed = 1; seed <= 3; seed++) {
            List<TrafficRecord> calls = planted(seed);
            var profiler = new TrafficProfiler(new Analyst(BundledCatalog.read(), SharedTokenizers.ALL),
                    Optional.empty());
            calls.forEach(profiler::add);
            assertThat(profiler.end().all().reachable().orElseThrow()).isCloseTo(byAll(calls), within(0.002));
        }
    }

    private static double byAll(List<TrafficRecord> recorded) {
        List<TrafficRecord> calls = recorded.stream().sorted(Comparator.comparing(call -> call.at().orElseThrow()))
                .toList();
        long input = 0;
        long reachable = 0;
        var overlap = new Overlap();
        for (int i = 0; i < calls.size(); i++) {
            TrafficRecord call = calls.get(i);
            PieceTokens tokens = call.shape().orElseThrow().tokens();
            long size = call.usage().input().orElseThrow();
            overlap.of(tokens);
            long best = call.usage().cached().orElseThrow();
            for (TrafficRecord earlier : calls.subList(0, i)) {
                Instant at = earlier.at().orElseThrow();
                if (call.at().orElseThrow().isBefore(at.plus(KEPT)) && call.at().orElseThrow().isAfter(at)) {
                    long shared = overlap.with(earlier.shape().orElseThrow().tokens()) * size / tokens.total();
                    best = Math.max(best, shared < 1_024 ? 0 : shared / 128 * 128);
                }
            }
            input += size;
            reachable += best;
        }
        return reachable / (double) input;
    }
}
