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

            assertThat(usage).as(json.toString()).isEqualTo(new Usage(input(json), cached(json), written(json),
                    first(json.path("cache_creation"), "ephemeral_1h_input_tokens", "none"),
                    first(json, "completion_tokens", "output_tokens"), json.toString(), List.of()));
        }
    }

    /// Worked out from the recorded totals, not by the reader's own way.
    private static OptionalLong input(JsonNode json) {
        if (json.has("prompt_tokens")) {
            return of(json.path("prompt_tokens").asLong());
        }
        long beside = json.path("cache_read_input_tokens").asLong(0) + json.path("cache_creation_input_tokens").asLong(
                0);
        return json.has("input_tokens") ? of(json.path("input_tokens").asLong() + beside) : none();
    }

    private static OptionalLong cached(JsonNode json) {
        for (String path : new String[]{"/prompt_tokens_details/cached_tokens", "/input_tokens_details/cached_tokens",
                "/cache_read_input_tokens", "/cached_tokens", "/num_cached_tokens"}) {
            if (json.at(path).isNumber()) {
                return of(json.at(path).asLong());
            }
        }
        return none();
    }

    private static OptionalLong written(JsonNode json) {
        for (String path : new String[]{"/prompt_tokens_details/cache_write_tokens",
                "/input_tokens_details/cache_write_tokens", "/cache_creation_input_tokens"}) {
            if (json.at(path).isNumber()) {
                return of(json.at(path).asLong());
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
