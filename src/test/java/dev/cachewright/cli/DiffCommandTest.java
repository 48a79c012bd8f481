package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.encoding.Encoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {

    private static final String BODY = """
            {"model": "gpt-5.4", "input": [{"role": "system", "content": "You are the agent of Outfitter’s shop."},
             {"role": "user", "content": "Hello"}]}
            """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void saysWhereTwoBodiesPartAndWhatTheyShare() throws IOException {
        CliRun run = CliRun.of("diff", file("a.json", BODY), file("b.json", BODY.replace("Outfitter’s", "Outfitters.")),
                "--json");
        JsonNode json = run.json();

        int shared = SharedTokenizers.ALL.of(Encoding.O200K_BASE).encode("You are the agent of Outfitter’s")
                .commonPrefix(SharedTokenizers.ALL.of(Encoding.O200K_BASE).encode("You are the agent of Outfitters."));
        // The frame of the message is three signs and the role, of which all but the end stand before the text.
        assertThat(json.get("commonTokens").asInt()).isEqualTo(3 + shared);
        assertThat(json.get("path").asText()).isEqualTo("/input/0/content");
        assertThat(json.get("offset").asInt()).isEqualTo(30);
        assertThat(json.get("reason").asText()).isEqualTo("input_changed");
        assertThat(json.get("a").asText()).isEqualTo("Outfitter’s");
        assertThat(json.get("b").asText()).isEqualTo("Outfitters.");
        assertThat(run.status()).isZero();
    }

    @Test
    void identicalRequestsShareEverything() throws IOException {
        String body = file("a.json", BODY);
        JsonNode json = CliRun.of("diff", body, body, "--json").json();

        assertThat(json.get("reason").asText()).isEqualTo("identical");
        assertThat(json.get("commonTokens")).isEqualTo(json.get("tokensA"));
    }

    @Test
    void anotherModelSharesNothingUnlessOneIsGivenForBoth() throws IOException {
        String a = file("a.json", BODY);
        String b = file("b.json", BODY.replace("gpt-5.4", "gpt-4o"));

        assertThat(CliRun.of("diff", a, b, "--json").json().get("reason").asText()).isEqualTo("model_changed");
        assertThat(CliRun.of("diff", a, b, "--json").json().get("commonTokens").asInt()).isZero();
        assertThat(CliRun.of("diff", a, b, "--model", "gpt-4.1", "--json").json().get("reason").asText())
                .isEqualTo("identical");
    }

    @Test
    void tableSaysTheSame() throws IOException {
        CliRun run = CliRun.of("diff", file("a.json", BODY), file("b.json", BODY.replace("Hello", "Hi")));

        assertThat(run.out()).contains(
                "the messages differ (input_changed at /input/1/content, character 2)", "tokens in common");
    }

    @Test
    void estimatesAreMarkedAndAreThoseOfCount() throws IOException {
        String a = file("a.json", BODY);
        String b = file("b.json", BODY.replace("Hello", "Hi"));
        String model = "claude-sonnet-4-6";

        CliRun run = CliRun.of("diff", a, b, "--model", model);
        JsonNode json = CliRun.of("diff", a, b, "--model", model, "--json").json();
        JsonNode count = CliRun.of("count", a, "--model", model, "--json").json();

        assertThat(run.out()).contains("≈ " + count.get("tokens").asText() + "  ", " tokens in common",
                "an estimate: The vendor publishes no tokenizer");
        assertThat(json.get("exact").asBoolean()).isFalse();
        assertThat(json.get("tokensA")).isEqualTo(count.get("tokens"));
        assertThat(json.get("bandA")).isEqualTo(count.get("band"));
        assertThat(json.has("commonBand")).isTrue();
    }

    @Test
    void oneTokenIsSingular() throws IOException {
        String a = file("a.json", BODY.replace("system", "user"));
        String b = file("b.json", BODY);

        assertThat(CliRun.of("diff", a, b).out()).contains("1 token in common");
    }

    @Test
    void promptFilesAreComparedAsTheyWouldBeSent() {
        CliRun run = CliRun.of("diff", CliRun.golden("support.prompt"), CliRun.golden("support.prompt"), "--json");

        assertThat(run.json().get("reason").asText()).isEqualTo("identical");
    }

    @Test
    void promptFilesPartAtACharacterOfABlock() throws IOException {
        String prompt = """
                ---
                model: openai/gpt-5.4
                ---
                {{role "system"}}
                {{! @block id=policy }}
                You are the agent of Outfitters.
                """;
        CliRun run = CliRun.of("diff", file("a.prompt", prompt), file("b.prompt", prompt.replace("Out", "Inn")));

        assertThat(run.out()).contains("the messages differ at character 22 of policy (input_changed at ");
    }

    /// Every reason that a comparison gives has its words.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "model": "gpt-5.4"               | "model": "gpt-4o"
            "tools": []                      | "tools": [{"type": "function", "function": {"name": "x"}}]
            "service_tier": "flex"           | "service_tier": "auto"
            "prompt_cache_key": "a"          | "prompt_cache_key": "b"
            "reasoning_effort": "low"        | "reasoning_effort": "high"
            "verbosity": "low"               | "verbosity": "high"
            """)
    void settingsThatDifferAreSaidInWords(String first, String second) throws IOException {
        String body = "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], %s}";
        CliRun run = CliRun.of("diff", file("a.json", body.formatted(first)),
                file("b.json", body.formatted(second)));

        assertThat(run.out()).containsPattern("(?m)^the [a-z ]+ differs? \\([a-z_]+_changed at /");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        CliRun run = CliRun.of("diff", "gone.json", "gone.json");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("gone.json");
    }
}
