package dev.cachewright.format.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.traffic.Waste;
import dev.cachewright.traffic.WasteCause;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Logs that tempt to a wrong sentence.
class OddTrafficTest {

    private static final String RULES = IntStream.range(0, 120)
            .mapToObj(i -> i + ". Items of group " + i + " may be returned within " + (10 + i) + " days.")
            .collect(Collectors.joining("\\n"));
    private static final String USAGE = "\"usage\":{\"prompt_tokens\":3000,\"completion_tokens\":20,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":0}}";

    private static TrafficProfile profile(int calls, IntFunction<String> line) {
        byte[] bytes = IntStream.range(0, calls).mapToObj(line).collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        var log = new LogStream("odd.jsonl", OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes));
        return TrafficReading.of(List.of(log), new Analyst(BundledCatalog.read(), SharedTokenizers.ALL),
                SharedTokenizers.ALL, Optional.empty(), LogProgress.none()).profile();
    }

    private static String call(int minute, String model, String more, String system, String rest) {
        return "{\"at\":\"2026-11-02T08:%02d:00Z\",\"request\":{\"model\":\"%s\"%s,\"messages\":[{\"role\":\"system\",\"content\":\"%s\"},{\"role\":\"user\",\"content\":\"Question %d\"}]}%s}"
                .formatted(minute, model, more, system, minute, rest);
    }

    /// Neither alone would bring anything: each has half of what both cost.
    @Test
    void aClockAndToolsInAnotherOrderAreBothNamed() {
        var random = new Random(1);
        List<String> tools = Arrays.asList("a", "b", "c", "d");
        TrafficProfile profile = profile(12, i -> {
            Collections.shuffle(tools, random);
            return call(i, "gpt-5.4", ",\"tools\":" + tools.stream().map(name -> "{\"type\":\"function\",\"function\":"
                    + "{\"name\":\"" + name + "\",\"description\":\"Does " + name + " for customers.\"}}").toList(),
                    "It is 08:" + i + ".\\n" + RULES, "," + USAGE);
        });

        List<Waste> causes = profile.all().causes();
        assertThat(causes).extracting(Waste::cause).contains(WasteCause.VOLATILE_TEXT, WasteCause.TOOLS_REORDERED);
        Waste clock = causes.stream().filter(one -> one.cause() == WasteCause.VOLATILE_TEXT).findFirst().orElseThrow();
        Waste order = causes.stream().filter(one -> one.cause() == WasteCause.TOOLS_REORDERED).findFirst()
                .orElseThrow();
        assertThat(clock.example().path()).isEqualTo("/messages/0/content");
        assertThat(order.example().path()).startsWith("/tools/");
        assertThat(order.tokens()).isBetween(clock.tokens() / 2, clock.tokens() * 2);
    }

    @Test
    void noVendorReadsWhatAnotherHasStored() {
        TrafficProfile profile = profile(2, i -> call(i, i == 0 ? "gpt-5.4" : "claude-sonnet-4-6", "", RULES,
                "," + USAGE));

        assertThat(profile.families()).hasSize(2);
        assertThat(profile.all().reachable()).hasValue(0);
        assertThat(profile.all().causes()).isEmpty();
    }

    @Test
    void neverMoreIsWastedThanPaid() {
        TrafficProfile profile = profile(12, i -> call(i, "gpt-5.4", "", "It is 08:" + i + ".\\n" + RULES,
                i < 4 ? "," + USAGE : ""));

        assertThat(profile.all().unpriced()).isEqualTo(8);
        assertThat(profile.all().waste().orElseThrow()).isLessThan(profile.all().cost().orElseThrow());
        assertThat(profile.perDay(profile.all().waste().orElseThrow())).isPresent();
        assertThat(profile(9, i -> call(i, "gpt-5.4", "", RULES, "," + USAGE)).perDay(profile.all().cost()
                .orElseThrow())).isEmpty();
    }

    @Test
    void whatLooksLikeAKeyIsNotInTheNameOfAFamily() {
        TrafficProfile profile = profile(2, i -> call(i, "gpt-5.4", "", "Use sk-secretNeverOnDisk1234 here. " + RULES,
                ""));

        assertThat(profile.families().getFirst().name()).startsWith("Use [key] here.");
    }
}
