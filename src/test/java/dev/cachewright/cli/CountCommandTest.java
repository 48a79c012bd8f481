package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountCommandTest {

    private static final String PROMPT = CliRun.golden("support.prompt");

    @TempDir
    private Path folder;

    @Test
    void jsonHasTheFieldsThatStay() throws IOException {
        CliRun run = CliRun.of("count", PROMPT, "--json");

        assertThat(run.json()).isEqualTo(RawJson.tree(Files.readString(CliRun.GOLDEN.resolve("count.json"))));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void tableSaysTheSame() throws IOException {
        assertThat(CliRun.of("count", PROMPT).out().lines()).containsExactlyElementsOf(
                Files.readAllLines(CliRun.GOLDEN.resolve("count.txt")));
    }

    /// The published formula over whole texts, without any code of ours: three tokens a message and those of its role
    /// and text; the reply is primed with two on reasoning models.
    @Test
    void countIsThatOfTheWholeTexts() throws IOException {
        Encoding o200k = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
        String[] file = Files.readString(Path.of(PROMPT)).split("\\{\\{role \"\\w+\"}}\n\\{\\{! [^}]*}}\n");
        String user = file[2].replace("{{order}}", "18").replace("{{question}}", "Can I return it, please?");
        int expected = 3 + o200k.countTokensOrdinary("system") + o200k.countTokensOrdinary(file[1]) + 3
                + o200k.countTokensOrdinary("user") + o200k.countTokensOrdinary(user) + 2;

        assertThat(CliRun.of("count", PROMPT, "--row", "2", "--json").json().get("tokens").asInt()).isEqualTo(
                expected);
    }

    @Test
    void aModelWithoutCachingHasNoThresholdToReach() {
        assertThat(CliRun.of("count", PROMPT, "--model", "gpt-4").out())
                .contains("\nno threshold: this model caches nothing\n").doesNotContain("reached");
    }

    /// Else the prefix would seem to end without a reason, in text that no value changes.
    @Test
    void aPrefixThatEndsInABlockMarkedDynamicSaysSo() throws IOException {
        Path prompt = Files.writeString(folder.resolve("marked.prompt"), """
                ---
                model: openai/gpt-5.4
                ---
                {{role "user"}}
                {{! @block id=notes kind=dynamic }}
                """ + "The same notes at each call. ".repeat(300));

        assertThat(CliRun.of("count", prompt.toString()).out())
                .contains("up to the beginning of notes, which is marked dynamic\n");
        assertThat(CliRun.of("forecast", prompt.toString(), "--calls", "2").out().lines())
                .last()
                .isEqualTo("Calls that read more than the static prefix share dynamic text with an earlier call.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "run"})
    void anEmptyPromptIsSaidInOneLine(String command) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.prompt"), "");

        CliRun run = CliRun.of(command, empty.toString(), "--model", "gpt-5.4");

        assertThat(run.err().strip()).endsWith("empty.prompt: The prompt is empty: write a text into it");
        assertThat(run.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "---\nmodel: gpt-5.4\n---\n", "---\nmodel: gpt-5.4\n---",
            "{{role \"system\"}}\n"})
    void anEmptyPromptCountsNothing(String text) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.prompt"), text);

        CliRun run = CliRun.of("count", empty.toString(), "--model", "gpt-5.4");
        JsonNode json = CliRun.of("count", empty.toString(), "--model", "gpt-5.4", "--json").json();

        assertThat(run.status()).isZero();
        assertThat(run.out().strip()).isEqualTo("0 tokens: the prompt is empty; write a text into it");
        assertThat(json.path("tokens").asInt()).isZero();
        assertThat(json.path("blocks")).isEmpty();
        assertThat(json.path("threshold").asInt()).isEqualTo(1_024);
    }

    @Test
    void requestBodyIsCountedToo() throws IOException {
        Path body = folder.resolve("body.json");
        Files.writeString(body,
                "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello\"}]}");

        var json = CliRun.of("count", body.toString(), "--json").json();

        assertThat(json.get("tokens").asInt()).isEqualTo(8);
        assertThat(json.at("/blocks/0/id").asText()).isEqualTo("user");
    }

    @Test
    void givenModelAndValuesStandInForThoseOfTheFile() throws IOException {
        Path values = folder.resolve("other.csv");
        Files.writeString(values, "order,question\n1,Hi\n");

        var json = CliRun.of("count", PROMPT, "--model", "gpt-4o", "--values", values.toString(), "--json").json();

        assertThat(json.get("model").asText()).isEqualTo("gpt-4o");
        assertThat(json.get("tokens").asInt()).isEqualTo(1_447);
    }

    @Test
    void unknownModelIsSaidToBeUnknownAndBorrowsNothing() {
        CliRun run = CliRun.of("count", PROMPT, "--model", "gpt-9", "--json");

        assertThat(run.status()).isZero();
        assertThat(run.err().lines()).singleElement().asString().startsWith(
                "warning: the model \"gpt-9\" is not in the catalogue").endsWith("; add a row for it in models.json");
        assertThat(run.json().get("exact").asBoolean()).isFalse();
        assertThat(run.json().get("threshold").isNull()).isTrue();
        assertThat(run.json().get("cacheable").isNull()).isTrue();
    }

    @Test
    void rulesWithoutAnEnginePromiseNothing() {
        var json = CliRun.of("count", PROMPT, "--model", "claude-sonnet-4-5", "--json").json();

        assertThat(json.get("threshold").asInt()).isEqualTo(1_024);
        assertThat(json.get("exact").asBoolean()).isFalse();
    }

    @Test
    void theRoleIsThatUnderWhichTheTextIsSent() throws IOException {
        Path prompt = Files.writeString(folder.resolve("a.prompt"),
                "---\nmodel: gpt-4o\n---\n{{role \"user\"}}a{{history}}b\n{{role \"user\"}}c{{#if x}}{{role \"model\"}}d{{/if}}");
        Path values = Files.writeString(folder.resolve("v.jsonl"), "{\"x\": true}\n");

        assertThat(CliRun.of("count", prompt.toString(), "--values", values.toString()).out()).containsPattern(
                "user +user +static[^\\n]+\nuser +assistant +static[^\\n]+\nuser-2 +user +static[^\\n]+\n"
                        + "(user-3 +user +dynamic[^\\n]+\n)?user-3 +assistant +dynamic");
    }

    @Test
    void missingValuesAreTold() throws IOException {
        Path prompt = folder.resolve("a.prompt");
        Files.writeString(prompt, "---\nmodel: gpt-4o\n---\nHello {{name}}");

        assertThat(CliRun.of("count", prompt.toString()).err()).isEqualTo(
                "warning: no value for name: counted as nothing" + System.lineSeparator());
    }

    @Test
    void saysWhatIsRefusedInTheWordsOfTheForecast() throws IOException {
        Path prompt = Files.writeString(folder.resolve("refused.prompt"), """
                ---
                model: gpt-5.4
                cachewright.cache: { mode: explicit, ttl: 9z, retention: 99h }
                ---
                {{role "user"}}
                Hi
                """);

        CliRun count = CliRun.of("count", prompt.toString());
        assertThat(count.err().strip()).isEqualTo(
                "warning: the cache mode “explicit” is not sent: this model has no cache modes; "
                        + "the lifetime “9z” is not sent: this model has no lifetime setting; "
                        + "the retention “99h” is not sent: “99h” is not a retention of this model: use in_memory, 24h");
        assertThat(count.err()).isEqualTo(CliRun.of("forecast", prompt.toString()).err());
    }

    @Test
    void aKeyThatIsTooLongIsNotCountedAsSent() throws IOException {
        Path body = Files.writeString(folder.resolve("body.json"), """
                {"model": "gpt-5.4", "prompt_cache_key": "%s", "messages": [{"role": "user", "content": "Hi"}]}
                """.formatted("k".repeat(65)));

        assertThat(CliRun.of("count", body.toString()).err().strip())
                .isEqualTo("warning: nothing would be sent: the key has 65 characters; the limit is 64");
    }
}
