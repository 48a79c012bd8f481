package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `diff` says beyond the place: why, what it costs, and what is left where some differences are ignored.
class DiffExplanationTest {

    private static final String RULES = "Name the paragraph that you rely on. ".repeat(200);
    private static final String BODY = "{\"model\": \"gpt-5.4\", \"input\": [{\"role\": \"system\", \"content\": \"Be kind.\\n"
            + "It is 09:41 now. " + RULES + "\"}, {\"role\": \"user\", \"content\": \"Hello\"}]}";

    @TempDir
    private Path folder;

    private CliRun diff(String earlier, String later, String... options) throws IOException {
        String[] words = new String[options.length + 3];
        words[0] = "diff";
        words[1] = Files.writeString(folder.resolve("a.json"), earlier).toString();
        words[2] = Files.writeString(folder.resolve("b.json"), later).toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return CliRun.of(words);
    }

    @Test
    void aTimeIsNamedWithItsLineAndWhatItCosts() throws IOException {
        JsonNode json = diff(BODY, BODY.replace("09:41", "09:43"), "--json").json();

        assertThat(json.path("line").asInt()).isEqualTo(2);
        assertThat(json.path("column").asInt()).isEqualTo(11);
        assertThat(json.path("block").isNull()).isTrue();
        assertThat(json.path("part").asText()).isEqualTo("System");
        assertThat(json.at("/causes/0/cause").asText()).isEqualTo("time");
        assertThat(json.at("/causes").size()).isEqualTo(1);
        assertThat(json.path("relation").asText()).isEqualTo("parts");
        assertThat(json.path("billedAgain").asInt()).isBetween(1_200, 2_000);
        // $2.50 for a million tokens less $0.25 for cached ones (2026-11).
        assertThat(json.path("cost").decimalValue()).isEqualByComparingTo(new BigDecimal("0.00000225").multiply(
                new BigDecimal(json.path("billedAgain").asInt())));
        assertThat(json.at("/differingB/0/text").asText()).isEqualTo("43");
        assertThat(json.at("/differingB/0").has("id")).isFalse();
    }

    @Test
    void idsAreShownWhereTheyAreAskedFor() throws IOException {
        assertThat(diff(BODY, BODY.replace("09:41", "09:43"), "--json", "--ids").json().at("/differingA/0/id").asInt())
                .isPositive();
        assertThat(diff(BODY, BODY.replace("09:41", "09:43"), "--ids").out()).containsPattern(
                "tokens: \\[41]\\d+ became \\[43]\\d+");
    }

    @Test
    void theSentenceNamesTheFiles() throws IOException {
        CliRun run = diff(BODY, BODY.replace("09:41", "09:43"));

        assertThat(run.out()).containsPattern(
                "b\\.json left \\S*a\\.json at token \\d+, in System, line 2: 09:43 instead of 09:41\\. [\\d,]+ tokens were "
                        + "billed again, \\$0\\.00\\d+\\.")
                .contains("cause: A time or date: 09:43 instead of 09:41. Move it after everything that stays");
    }

    @Test
    void whatIsIgnoredIsSaidAndTheNextDifferenceShown() throws IOException {
        String later = BODY.replace("kind.\\n", "kind. \\r\\n").replace("Hello", "Hi");
        CliRun plain = diff(BODY, later);
        JsonNode json = diff(BODY, later, "--ignore", "white-space", "--ignore", "unicode", "--json").json();

        assertThat(plain.out())
                .contains("--ignore white-space: Without line ends and trailing blanks they part later.");
        assertThat(json.path("path").asText()).isEqualTo("/input/1/content");
        assertThat(json.path("ignored")).extracting(JsonNode::asText).containsExactly("white-space", "unicode");
        assertThat(diff(BODY, BODY.replace("kind.\\n", "kind. \\r\\n"), "--ignore", "white-space", "--json").json()
                .path("reason").asText()).isEqualTo("identical");
    }

    @Test
    void anUnknownKindIsOneClearError() throws IOException {
        CliRun run = diff(BODY, BODY, "--ignore", "case");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().strip()).isEqualTo(
                "--ignore: case is no kind of difference: use white-space, key-order or unicode");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFileWithBlocksNamesTheBlock() throws IOException {
        String prompt = """
                ---
                model: openai/gpt-5.4
                ---
                {{role "system"}}
                {{! @block id=policy }}
                You are kind.
                You are the agent of Outfitters.
                """;
        Path a = Files.writeString(folder.resolve("a.prompt"), prompt);
        Path b = Files.writeString(folder.resolve("b.prompt"), prompt.replace("Outfitters", "Outfitter’s"));
        JsonNode json = CliRun.of("diff", a.toString(), b.toString(), "--json").json();

        assertThat(json.path("block").asText()).isEqualTo("policy");
        assertThat(json.path("line").asInt()).isEqualTo(2);
        assertThat(CliRun.of("diff", a.toString(), b.toString()).out()).contains("in System · policy, line 2: ");
    }
}
