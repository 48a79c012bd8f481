package dev.cachewright.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What hosted servers reported to have read is what their rules can read of an input of that size, and of a request that
/// was sent just before all that they read of it.
///
/// The steps were found on these recordings; a third of them, by their source, is counted apart, which shows evenness and
/// no more.
class RecordedStepsTest {

    private static final Path DATA = Path.of("../shared/data/rig-usage.jsonl");

    private record Hit(String source, int input, int cached, boolean isRepeat) {

        private boolean isHeldBack() {
            return Math.floorMod(source.hashCode(), 3) == 0;
        }
    }

    /// @param odd hits that no rule of the vendor explains: Mistral's speech model, which reads parts of a text of eleven
    /// tokens
    @ParameterizedTest
    @CsvSource({"deepseek, deepseek, 25, 0", "xai, xai, 35, 0", "mistral, mistral, 15, 4", "venice, block-528, 5, 0",
            "groq, groq, 1, 0", "llamacpp, longest-prefix, 60, 0"})
    void everyReportedHitIsOneOfTheRules(String provider, String name, int least, int odd) throws IOException {
        assumeTrue(Files.exists(DATA), DATA + " is not there");
        CacheRules rules = UsualRules.of(name);

        List<Hit> hits = hits("cassettes/" + provider + "/");

        List<Hit> unexplained = hits.stream().filter(hit -> IntStream.rangeClosed(0, hit.input())
                .noneMatch(shared -> rules.reusable(shared, hit.input()) == hit.cached())).toList();
        System.out.printf("%s: %d hits, of which %d of a third; %d repeats%n", provider, hits.size(),
                hits.stream().filter(Hit::isHeldBack).count(), hits.stream().filter(Hit::isRepeat).count());
        assertThat(hits.size()).isGreaterThanOrEqualTo(least);
        assertThat(unexplained).as("unexplained").hasSizeLessThanOrEqualTo(odd);
        assertThat(unexplained.stream().map(Hit::source)).allMatch(source -> source.contains("audio"));
        assertThat(hits.stream().filter(Hit::isRepeat)).allSatisfy(hit -> assertThat(hit.cached()).as(hit.toString())
                .isEqualTo(rules.reusable(hit.input(), hit.input())));
    }

    private static List<Hit> hits(String part) throws IOException {
        Map<String, JsonNode> before = new HashMap<>();
        return Files.readAllLines(DATA).stream().map(RawJson::tree)
                .filter(call -> call.path("source").asText().contains(part)).flatMap(call -> {
                    Usage usage = UsageReader.read(call.path("usage").toString());
                    String source = call.path("source").asText();
                    JsonNode last = before.put(source, call.path("request"));
                    boolean isRepeat = call.path("request").equals(last);
                    return usage.cached().orElse(0) == 0 || usage.input().isEmpty()
                            ? List.<Hit>of().stream()
                            : List.of(new Hit(source, (int) usage.input().getAsLong(),
                                    (int) usage.cached().getAsLong(), isRepeat)).stream();
                }).toList();
    }
}
