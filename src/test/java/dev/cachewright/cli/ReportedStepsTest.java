package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Some models report other steps than their rules: what was measured is in the band of the forecast.
class ReportedStepsTest {

    @TempDir
    private Path folder;

    /// The second of two calls, which begins with the words of the first and goes on.
    private JsonNode second(String model, int words, long cached) throws IOException {
        String first = "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\""
                + " word".repeat(words);
        String calls = "{\"request\":" + first + "\"}]}}\n{\"request\":" + first + " tail".repeat(300)
                + "\"}]},\"usage\":{\"prompt_tokens\":" + (words + 307)
                + ",\"prompt_tokens_details\":{\"cached_tokens\":"
                + cached + "}}}\n";
        return CliRun.of("replay", Files.writeString(folder.resolve("two.jsonl"), calls).toString(), "--json").json()
                .at("/calls/1");
    }

    /// The first three of each small model as others measured them: 1,280 of 1,766 tokens, 8,960 of 9,140, 36,096 of
    /// 36,377.
    @ParameterizedTest
    @CsvSource({"gpt-5.4-mini, 1760, 1664, 1280, as forecast", "gpt-5.4-mini, 9134, 9088, 8960, as forecast",
            "gpt-5.4-nano, 36371, 36352, 36096, as forecast", "gpt-5.4-mini, 1760, 1664, 1152, partly",
            "gpt-5.4-mini, 1760, 1664, 1792, better", "gpt-5.4, 1760, 1664, 1280, partly",
            "gpt-4o-mini, 4550, 4480, 4480, as forecast", "gpt-4o-mini, 4470, 4352, 4480, as forecast",
            "gpt-4o-mini, 4470, 4352, 4608, better", "gpt-4o, 4470, 4352, 4480, better"})
    void aReadingWithinTheBandIsAsForecast(String model, int words, long forecast, long reported, String verdict)
            throws IOException {
        JsonNode call = second(model, words, reported);

        assertThat(call.at("/forecast/cached").asLong()).isEqualTo(forecast);
        assertThat(call.path("verdict").asText()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"gpt-5.4-mini, '[1280,1664]'", "gpt-4o-mini, '[1664,1792]'", "gpt-4o, ''"})
    void theBandIsInTheDocument(String model, String band) throws IOException {
        assertThat(second(model, 1_760, 0).at("/forecast/cachedBand").toString()).isEqualTo(band);
    }
}
