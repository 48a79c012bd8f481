package dev.cachewright.format.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.traffic.Example;
import dev.cachewright.traffic.WasteCause;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Waste that was planted is found under its cause, and calls in their family.
class PlantedWasteTest {

    @Test
    void nearlyAllTokensArePutUnderTheCauseThatWasPlanted() {
        var text = new StringBuilder();
        Map<WasteCause, Long> planted = new EnumMap<>(WasteCause.class);
        new PlantedTraffic(7, 40, 12_000).write(4_000, line -> {
            text.append(line.json()).append('\n');
            if (line.lost() > 0) {
                planted.merge(line.cause(), line.lost(), Long::sum);
            }
        });
        TrafficReading reading = read(text.toString());
        Map<WasteCause, Long> found = new EnumMap<>(WasteCause.class);
        reading.profile().all().causes().forEach(waste -> found.put(waste.cause(), waste.tokens()));
        assertThat(planted).hasSize(12);
        planted.forEach((cause, tokens) -> assertThat(found.getOrDefault(cause, 0L) / (double) tokens).as(cause.words())
                .isBetween(0.95, 1.05));
        assertThat(found.keySet()).containsAll(planted.keySet()).hasSize(13);
    }

    @Test
    void callsOfOneTemplateAreOneFamily() {
        Map<Integer, Long> calls = new HashMap<>();
        var text = new StringBuilder();
        new PlantedTraffic(11, 40, 6_000).write(3_000, line -> {
            text.append(line.json()).append('\n');
            calls.merge(line.family(), 1L, Long::sum);
        });
        TrafficReading reading = read(text.toString());
        assertThat(reading.profile().families().stream().map(family -> family.sums().calls()))
                .containsExactlyInAnyOrderElementsOf(calls.values());
        assertThat(reading.log().forms()).containsEntry("cachewright", 3_000L);
    }

    @Test
    void anExampleSaysWhereTwoCallsPart() {
        var text = new StringBuilder();
        new PlantedTraffic(3, 1, 12_000).write(20, line -> text.append(line.json()).append('\n'));
        Example example = read(text.toString()).profile().families().getFirst().sums().causes().getFirst().example();
        assertThat(example.call().file()).isEqualTo("planted.jsonl");
        assertThat(example.earlier().line()).isEqualTo(example.call().line() - 1);
        assertThat(example.path()).isEqualTo("/messages/0/content");
        assertThat(example.bodies()).isPresent();
    }

    private static TrafficReading read(String log) {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        return TrafficReading.of(List.of(new LogStream("planted.jsonl", OptionalLong.of(bytes.length),
                () -> new ByteArrayInputStream(bytes))), new Analyst(BundledCatalog.read(), SharedTokenizers.ALL),
                SharedTokenizers.ALL,
                Optional.empty(), LogProgress.none());
    }
}
