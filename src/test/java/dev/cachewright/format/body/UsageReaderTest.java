package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageReaderTest {

    private static final Path SHAPES = Path.of("../shared/data/usage_shapes.json");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"prompt_tokens":100,"prompt_tokens_details":{"cached_tokens":-1}}   | 100 | - | cached_tokens -1
            {"prompt_tokens":18446744073709551716}                               | -   | - | prompt_tokens 18446744073709551716
            {"prompt_tokens":20000000000}                                        | -   | - | prompt_tokens 20000000000
            {"prompt_tokens":100,"prompt_tokens_details":{"cached_tokens":5000}} | 100 | - | cached_tokens 5000
            {"prompt_tokens":100.5,"cached_tokens":"7"}                          | -   | - | prompt_tokens 100.5, cached_tokens "7"
            {"prompt_tokens":[1]}                                                | -   | - | prompt_tokens [1]
            {"prompt_tokens":100,"prompt_tokens_details":{"cached_tokens":64}}   | 100 | 64 | ``
            {"prompt_tokens":null,"cached_tokens":null}                          | -   | - | ``
            {"input_tokens":-5,"cache_read_input_tokens":10}                     | -   | 10 | input_tokens -5
            not json                                                             | -   | - | usage not json
            [1]                                                                  | -   | - | usage [1]
            "x"                                                                  | -   | - | usage "x"
            {"prompt_tokens":9,"prompt_tokens_details":"x"}                      | 9   | - | prompt_tokens_details "x"
            {"input_tokens":9,"input_tokens_details":[2]}                        | 9   | - | input_tokens_details [2]
            {"input_tokens":9,"cache_read_input_tokens":2,"cache_creation":1}    | 11  | 2 | cache_creation 1
            {"prompt_tokens":9,"prompt_tokens_details":null}                     | 9   | - | ``
            {"prompt_tokens":"012345678901234567890123456789012345678901234567890123456789"} | - | - | prompt_tokens "01234567890123456789012345678901234567890123456789012345678…
            """)
    void whatCannotBeIsNotReadAndNamed(String json, String input, String cached, String unreadable) {
        Usage usage = UsageReader.read(json);

        assertThat(words(usage.input())).isEqualTo(input);
        assertThat(words(usage.cached())).isEqualTo(cached);
        assertThat(String.join(", ", usage.unreadable())).isEqualTo(unreadable);
        assertThat(usage.raw()).isEqualTo(json);
    }

    private static String words(OptionalLong count) {
        return count.isPresent() ? String.valueOf(count.getAsLong()) : "-";
    }

    @Test
    void openAiInputHoldsTheCachedTokens() {
        String chat = """
                {"prompt_tokens": 4653, "completion_tokens": 20,
                 "prompt_tokens_details": {"cached_tokens": 4608, "cache_write_tokens": 40}}""";
        String responses = """
                {"input_tokens": 4653, "input_tokens_details": {"cached_tokens": 4608}, "output_tokens": 20}""";

        assertThat(UsageReader.read(chat)).isEqualTo(new Usage(of(4653), of(4608), of(40), of(20), chat));
        assertThat(UsageReader.read(responses)).isEqualTo(new Usage(of(4653), of(4608), none(), of(20), responses));
    }

    @Test
    void anthropicInputIsTheSumOfItsParts() {
        String json = """
                {"input_tokens": 6, "cache_read_input_tokens": 20443, "cache_creation_input_tokens": 574,
                 "output_tokens": 489}""";

        assertThat(UsageReader.read(json)).isEqualTo(new Usage(of(21_023), of(20_443), of(574), of(489), json));
    }

    /// The sum of what can be read would be a number that nobody reported.
    @Test
    void anthropicInputIsUnknownWhereAPartCannotBe() {
        assertThat(UsageReader.read("{\"input_tokens\": 50, \"cache_read_input_tokens\": -1, "
                + "\"cache_creation_input_tokens\": 5}").input()).isEmpty();
        assertThat(UsageReader.read("{\"input_tokens\": 50, \"cache_read_input_tokens\": 7, "
                + "\"cache_creation_input_tokens\": 99999999999}").input()).isEmpty();
        assertThat(UsageReader.read("{\"input_tokens\": 50, \"cache_read_input_tokens\": null, "
                + "\"cache_creation_input_tokens\": 5}").input()).hasValue(55);
    }

    @Test
    void aGatewayThatAddsAnthropicsFieldsCountsCachedTokensOnce() {
        String json = "{\"prompt_tokens\": 100, \"cache_read_input_tokens\": 80, \"completion_tokens\": 5}";

        assertThat(UsageReader.read(json)).isEqualTo(new Usage(of(100), of(80), none(), of(5), json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cached_tokens", "num_cached_tokens", "prompt_cache_hit_tokens"})
    void compatibleServersMayReportCachedTokensBesideTheOthers(String name) {
        String json = "{\"prompt_tokens\": 100, \"completion_tokens\": 5, \"" + name
                + "\": 64, \"prompt_tokens_details\": null}";

        assertThat(UsageReader.read(json)).isEqualTo(new Usage(of(100), of(64), none(), of(5), json));
    }

    @Test
    void whatIsMissingIsUnknownAndNotZero() {
        String json = "{\"prompt_tokens\": 34, \"completion_tokens\": null, \"prompt_tokens_details\": {}}";

        assertThat(UsageReader.read(json)).isEqualTo(new Usage(of(34), none(), none(), none(), json));
        assertThat(UsageReader.read("{}")).isEqualTo(new Usage(none(), none(), none(), none(), "{}"));
        assertThat(UsageReader.read("null")).isEqualTo(Usage.unknown());
        assertThat(UsageReader.read("")).isEqualTo(Usage.unknown());
    }

    @Test
    void readsEveryRecordedForm() throws IOException {
        assumeTrue(Files.exists(SHAPES), SHAPES + " is not there");
        for (JsonNode shape : RawJson.tree(Files.readString(SHAPES))) {
            JsonNode json = shape.path("usage");

            Usage usage = UsageReader.read(json.toString());

            assertThat(withoutFirst(usage)).as(json.toString())
                    .isEqualTo(new Usage(input(json), cached(json), written(json),
                            first(json.path("cache_creation"), "ephemeral_1h_input_tokens", "none"),
                            output(json), json.toString(), List.of()));
        }
    }

    /// In the order of the table: input, read, written, written for long, output.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"input_tokens":1723,"output_tokens":4,"total_tokens":1727,"input_token_details":{"cache_read":1664,"cache_creation":0}} | 1723 1664 0 - 4
            {"input_tokens":1723,"output_tokens":4,"input_token_details":{"cache_creation":90,"ephemeral_1h_input_tokens":50}} | 1723 - 90 50 4
            {"inputTokens":{"total":1723,"noCache":59,"cacheRead":1664,"cacheWrite":0},"outputTokens":{"total":4}} | 1723 1664 0 - 4
            {"inputTokens":1723,"outputTokens":4,"totalTokens":1727,"cachedInputTokens":1664}                  | 1723 1664 - - 4
            {"inputTokens":1723,"outputTokens":4,"inputTokenDetails":{"cacheReadTokens":1664}}                 | 1723 1664 - - 4
            {"inputTokens":8,"outputTokens":4,"cachedInputTokens":2100}                                        | 2108 2100 - - 4
            {"cache_n":1664,"prompt_n":59,"predicted_n":4}                                                     | 1723 1664 - - 4
            {"promptTokens":1723,"completionTokens":4}                                                         | 1723 - - - 4
            {"promptTokenCount":1723,"cachedContentTokenCount":1024,"candidatesTokenCount":4}                  | 1723 1024 - - 4
            {"prompt_eval_count":1723,"prompt_eval_cached_count":1722,"eval_count":4}                          | 1723 1722 - - 4
            {"inputTokens":8,"cacheReadInputTokens":1664,"cacheWriteInputTokens":0,"outputTokens":4}           | 1672 1664 0 - 4
            {"prompt_tokens":1520,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":0,"cache_creation_tokens":900,"cache_creation_token_details":{"ephemeral_5m_input_tokens":300,"ephemeral_1h_input_tokens":600}}} | 1520 0 900 600 4
            {"prompt_tokens":1520,"completion_tokens":4,"cache_creation_input_tokens":900,"cache_read_input_tokens":0,"cache_creation":{"ephemeral_1h_input_tokens":600}} | 1520 0 900 600 4
            {"input_tokens":9000,"input_tokens_details":{"cached_tokens":0,"cache_write_tokens":8000,"cache_write_tokens_details":{"ttl_30m_tokens":3000,"ttl_12h_tokens":5000}},"output_tokens":4} | 9000 0 8000 5000 4
            {"input_tokens":8,"cache_creation":{"ephemeral_5m_input_tokens":3,"ephemeral_1h_input_tokens":0},"cache_creation_input_tokens":3,"output_tokens":4} | 11 - 3 0 4
            """)
    void readsTheFormsOfGatewaysAndSdks(String json, String counts) {
        Usage usage = UsageReader.read(json);

        assertThat(Stream.of(usage.input(), usage.cached(), usage.written(), usage.longWritten(), usage.output())
                .map(UsageReaderTest::words).collect(Collectors.joining(" "))).isEqualTo(counts);
        assertThat(usage.unreadable()).isEmpty();
    }

    @Test
    void whatACompactionReadAndWroteIsAddedAndAnotherModelsIterationIsNot() {
        Usage usage = UsageReader.read("""
                {"input_tokens": 229, "cache_creation_input_tokens": 0, "cache_read_input_tokens": 0,
                 "cache_creation": {"ephemeral_1h_input_tokens": 0, "ephemeral_5m_input_tokens": 0}, "output_tokens": 5,
                 "iterations": [
                  {"type": "compaction", "input_tokens": 100, "cache_creation_input_tokens": 55096,
                   "cache_read_input_tokens": 40, "output_tokens": 131,
                   "cache_creation": {"ephemeral_1h_input_tokens": 96, "ephemeral_5m_input_tokens": 55000}},
                  {"type": "advisor_message", "model": "claude-opus-4-8", "input_tokens": 2518, "output_tokens": 22},
                  {"type": "message", "input_tokens": 229, "output_tokens": 5}]}""");

        assertThat(usage.input()).hasValue(229 + 100 + 55_096 + 40);
        assertThat(usage.cached()).hasValue(40);
        assertThat(usage.written()).hasValue(55_096);
        assertThat(usage.longWritten()).hasValue(96);
        assertThat(usage.output()).hasValue(136);
        assertThat(usage.ofRequest().input()).hasValue(100 + 55_096 + 40);
        assertThat(usage.ofRequest().cached()).hasValue(40);
    }

    @Test
    void aUsageOfAnUnknownFormIsSaidNotToBeReadable() {
        Usage usage = UsageReader.read("{\"tokens_in\": 12}");

        assertThat(usage.unreadable()).containsExactly("usage {\"tokens_in\": 12}");
        assertThat(usage.isCacheUnreadable()).isTrue();
    }

    private static Usage withoutFirst(Usage usage) {
        return new Usage(usage.input(), usage.cached(), usage.written(), usage.longWritten(), usage.output(),
                usage.raw(), usage.unreadable());
    }

    private static OptionalLong output(JsonNode json) {
        OptionalLong output = first(json, "completion_tokens", "output_tokens");
        return output.isPresent() ? of(output.getAsLong() + compaction(json, "output_tokens")) : output;
    }

    private static long compaction(JsonNode json, String name) {
        long sum = 0;
        for (JsonNode iteration : json.path("iterations")) {
            sum += iteration.path("type").asText().equals("compaction") ? iteration.path(name).asLong() : 0;
        }
        return sum;
    }

    /// Worked out from the recorded totals, not by the reader's own way.
    private static OptionalLong input(JsonNode json) {
        if (json.has("prompt_tokens")) {
            return of(json.path("prompt_tokens").asLong());
        }
        long beside = json.path("cache_read_input_tokens").asLong(0) + json.path("cache_creation_input_tokens").asLong(
                0);
        return json.has("input_tokens")
                ? of(json.path("input_tokens").asLong() + beside + compaction(json, "input_tokens")
                        + compaction(json, "cache_read_input_tokens") + compaction(json, "cache_creation_input_tokens"))
                : none();
    }

    private static OptionalLong cached(JsonNode json) {
        for (String path : new String[]{"/prompt_tokens_details/cached_tokens", "/input_tokens_details/cached_tokens",
                "/cache_read_input_tokens", "/cached_tokens", "/num_cached_tokens"}) {
            if (json.at(path).isNumber()) {
                return of(json.at(path).asLong() + compaction(json, path.substring(1)));
            }
        }
        return none();
    }

    private static OptionalLong written(JsonNode json) {
        for (String path : new String[]{"/prompt_tokens_details/cache_write_tokens",
                "/input_tokens_details/cache_write_tokens", "/cache_creation_input_tokens"}) {
            if (json.at(path).isNumber()) {
                return of(json.at(path).asLong() + compaction(json, path.substring(1)));
            }
        }
        return none();
    }

    private static OptionalLong first(JsonNode json, String name, String other) {
        JsonNode value = json.has(name) ? json.path(name) : json.path(other);
        return value.isNumber() ? of(value.asLong()) : none();
    }

    private static OptionalLong of(long tokens) {
        return OptionalLong.of(tokens);
    }

    private static OptionalLong none() {
        return OptionalLong.empty();
    }
}
