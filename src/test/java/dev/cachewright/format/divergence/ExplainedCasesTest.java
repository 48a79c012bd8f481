package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Normalising;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pairs of requests that people reported, each with what is right to say of it.
class ExplainedCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final String BEGINNING = "the reader returned the ledger at the bridge ".repeat(250);

    private static List<String> bodies(String name) throws IOException {
        return Files.readAllLines(CASES.resolve("why-" + name + ".jsonl")).stream()
                .map(line -> line.replace("{{beginning}}", BEGINNING)).toList();
    }

    private static Explanation explained(String name) throws IOException {
        List<String> bodies = bodies(name);
        return Explained.between(bodies.getFirst(), bodies.getLast());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tool-order                      | TOOLS_REORDERED                | /tools/0/function/name
            schema-keys-chat                | KEYS_REORDERED                 | /tools/0/function
            all-keys-chat                   | KEYS_REORDERED                 | /tools/0
            schema-keys-messages            | KEYS_REORDERED                 | /tools/0/input_schema
            timestamp                       | TIME                           | /messages/0/content
            effort                          | SETTING_CHANGED                | /reasoning/effort
            tools-left-out                  | TOOLS_CHANGED                  | /tools
            tool-result                     | HISTORY_EDITED                 | /messages/2/content/0/content
            picture                         | HISTORY_EDITED                 | /messages/0/content/1/type
            other-anthropic-document-text   | HISTORY_EDITED                 | /messages/0/content/0/source/data
            other-anthropic-image           | HISTORY_EDITED                 | /messages/0/content/1/source/data
            other-anthropic-search-result   | HISTORY_EDITED                 | /messages/0/content/0/content/0/text
            other-anthropic-server-tool     | HISTORY_EDITED                 | /messages/1/content/0/input/query
            other-anthropic-thinking        | HISTORY_EDITED                 | /messages/1/content/0/thinking
            other-openai-detail             | SETTING_CHANGED                | /messages/1/content/1/image_url/detail
            other-openai-file               | HISTORY_EDITED                 | /messages/1/content/1/file/file_data
            other-openai-image              | HISTORY_EDITED                 | /messages/1/content/1/image_url/url
            other-openai-previous-id        | SETTING_CHANGED                | /previous_response_id
            other-openai-reasoning-item     | HISTORY_EDITED                 | /input/2/encrypted_content
            other-openai-signed-url         | SIGNED_ADDRESS                 | /messages/1/content/1/image_url/url
            other-openai-tool-enum          | TOOLS_CHANGED                  | /tools/0/parameters/properties/a/format
            other-openai-web-search         | TOOLS_CHANGED                  | /tools/0/type
            claude-effort                   | SETTING_CHANGED                | /output_config/effort
            claude-model                    | MODEL_CHANGED                  | /model
            claude-speed                    | SETTING_CHANGED                | /speed
            claude-thinking                 | SETTING_CHANGED                | /thinking
            claude-tool-added               | TOOLS_CHANGED                  | /tools/1
            claude-tool-choice              | SETTING_CHANGED                | /tool_choice
            line-ends                       | LINE_ENDS                      | /messages/0/content
            composed                        | UNICODE_FORM                   | /messages/0/content
            clock-and-shuffled-tools        | TOOLS_REORDERED TIME           | /tools/0/function/name
            """)
    void eachPartsForItsCauses(String name, String causes, String path) throws IOException {
        Explanation found = explained(name);

        assertThat(found.findings().causes().stream().map(Cause::kind).map(Enum::name)
                .collect(Collectors.joining(" "))).isEqualTo(causes);
        assertThat(found.later().body().path()).isEqualTo(path);
        assertThat(found.relation()).isEqualTo(Explanation.Relation.PARTS);
    }

    /// Anthropic leaves the line for the bill out, OpenAI takes the blanks out of arguments.
    @ParameterizedTest
    @ValueSource(strings = {"billing-line", "arguments", "one-text-chat-same", "one-text-messages-same",
            "one-text-resp-same"})
    void whatTheServerDoesNotShowTheModelPartsNothing(String name) throws IOException {
        Explanation found = explained(name);

        assertThat(found.relation()).isEqualTo(Explanation.Relation.SAME);
        assertThat(found.figures().common()).isEqualTo(found.figures().later());
        assertThat(found.findings().causes()).isEmpty();
    }

    /// A setting of the messages leaves what is stored of tools and system; one of the system leaves the tools.
    @ParameterizedTest
    @CsvSource({"claude-tool-choice, 2764", "claude-thinking, 2764", "claude-effort, 2764", "claude-speed, 5531",
            "claude-tool-added, 5531", "claude-model, 5953"})
    void whatIsBilledAgainFollowsTheTableOfTheVendor(String name, int billedAgain) throws IOException {
        assertThat(explained(name).figures().billedAgain()).isEqualTo(billedAgain);
    }

    @ParameterizedTest
    @CsvSource({"line-ends, WHITE_SPACE", "composed, UNICODE", "schema-keys-messages, KEY_ORDER",
            "all-keys-chat, KEY_ORDER"})
    void whatIsNoDifferenceToAReaderVanishesWhereItIsIgnored(String name, Normalising form) throws IOException {
        List<String> bodies = bodies(name);

        assertThat(explained(name).findings().effects()).containsEntry(form, Normalising.Effect.VANISHES)
                .containsValue(Normalising.Effect.NONE);
        assertThat(Explained.between(bodies.getFirst(), bodies.getLast(), form).relation())
                .isEqualTo(Explanation.Relation.SAME);
    }
}
