package dev.cachewright.format.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.traffic.Sums;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.words.TrafficWords;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests whose text is not what was sent say nothing of what could be shared.
class LostTextTest {

    private static final String LONG = IntStream.range(0, 150)
            .mapToObj(i -> "Rule " + i + " is about parcel " + i + ".")
            .collect(Collectors.joining(" "));

    private static String call(int minute, String request, int input) {
        return """
                {"at":"2026-11-02T08:%02d:00Z","endpoint":"/v1/chat/completions","request":{"model":"gpt-5.4",%s},\
                "usage":{"prompt_tokens":%d,"completion_tokens":20,"prompt_tokens_details":{"cached_tokens":0}}}
                """.formatted(minute, request, input);
    }

    private static String messages(String text) {
        return "\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]";
    }

    private static TrafficProfile profile(String log) {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        return TrafficReading.of(
                List.of(new LogStream("cut.jsonl", OptionalLong.of(bytes.length),
                        () -> new ByteArrayInputStream(bytes))),
                new Analyst(BundledCatalog.read(), SharedTokenizers.ALL), SharedTokenizers.ALL, Optional.empty(),
                LogProgress.none()).profile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"messages\":[{\"role\":\"user\",\"content\":\"redacted-by-litellm\"}]",
            "\"messages\":[{\"role\":\"system\",\"content\":\"You are an assistant of...(truncated)\"}]",
            "\"messages\": \"oops\""})
    void theyCountAsCallsWithoutARequest(String request) {
        TrafficProfile profile = profile(call(1, request, 2_316) + call(2, request, 2_321));

        assertThat(profile.families()).isEmpty();
        assertThat(profile.all().causes()).isEmpty();
        assertThat(profile.all().reachable()).isEmpty();
        assertThat(profile.all().hitRate()).hasValue(0);
        assertThat(profile.remarks().withoutRequest()).isEqualTo(2);
        assertThat(TrafficWords.remarks(profile)).containsExactly("2 calls have another text in the log than was sent, "
                + "cut or taken out, the first cut.jsonl:1: only what the server reported is known.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://x.org/a.png\"}}]}]",
            "\"tools\":[{\"type\":\"web_search\"}],\"input\":\"What is new?\"",
            "\"previous_response_id\":\"resp_1\",\"input\":\"Go on\"",
            "\"messages\":[{\"role\":\"user\",\"content\":\"\\u0c95\\u0ca8\\u0ccd\\u0ca8\\u0ca1\"}]"})
    void whatCountsBesideTheTextIsNoLostText(String request) {
        assertThat(profile(call(1, request, request.contains("u0c95") ? 320 : 2_316)).remarks().lostText()).isZero();
    }

    @Test
    void hitRateAndReachableAreOfTheSameCalls() {
        String whole = messages(LONG);
        int input = 1_500;
        Sums all = profile(call(1, whole, input) + call(2, whole, input)
                + call(3, "\"messages\":\"oops\"", 9_000).replace("\"cached_tokens\":0", "\"cached_tokens\":8960"))
                .all();

        assertThat(all.cached()).hasValue(8_960);
        assertThat(all.basis()).isEqualTo(new Sums.Basis(2, 2L * input, 0));
        assertThat(all.hitRate()).hasValue(0);
        assertThat(all.reachable().orElseThrow()).isBetween(0.4, 0.5);
    }

    @Test
    void aCallAloneInItsFamilyCouldHaveReadNoMoreThanItDid() {
        String head = messages(LONG + "\\n" + "x ".repeat(40));
        Sums all = profile(call(1, head, 1_600)
                + call(2, messages(LONG + "\\n" + LONG.replace("parcel", "train").repeat(3)), 6_000)).all();

        assertThat(all.reachable()).isEqualTo(OptionalDouble.of(0));
        assertThat(all.causes()).isEmpty();
    }
}
