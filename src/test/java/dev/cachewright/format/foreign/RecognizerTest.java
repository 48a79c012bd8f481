package dev.cachewright.format.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a text is taken for by its content, whatever it is called.
class RecognizerTest {

    private static Recognized of(String name, String text) {
        return Recognizer.recognize(name, text, SideFiles.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "---\nmodel: openai/gpt-5.4\n---\nHi", "{{role \"system\"}}\nHi",
            "# licence\n---\nname: a\n---\n", "{{#if a}}b{{/if}}"})
    void dotpromptHasNothingToBeSaid(String text) {
        assertThat(of("a.prompt", text)).isEqualTo(new Recognized.PromptText(List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "curl -d '{\"model\":\"gpt-5.4\",\"input\":\"Hi\"}' https://h/v1/responses|Taken from a command of curl",
            "`POST https://h/v1/responses\n\n{\"model\":\"gpt-5.4\",\"input\":\"Hi\"}`|Taken from an HTTP file",
            "`prompts: [Hi]\nproviders: [openai:gpt-4o]`|Taken from a promptfoo configuration",
            "`- role: user\n  content: Hi`|Taken as a list of messages in YAML",
            "`messages:\n  - role: user\n    content: Hi`|Taken from a prompt of GitHub Models",
            "[{\"role\":\"user\",\"content\":\"Hi\"}]|Taken as a list of messages in JSON",
            "`---\nmodel:\n  id: gpt-4o\n---\nuser:\nHi`|Taken from a Prompty file"})
    void otherFormsAreKnownByTheirContent(String text, String note) {
        assertThat(of("pasted", text)).isInstanceOfSatisfying(Recognized.Foreign.class, found -> {
            assertThat(found.notes().getFirst()).startsWith(note);
            assertThat(found.prompt().blocks()).extracting(Block::text).containsExactly("Hi");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl is a tool: explain it", "curl", "GET the saw", "[INST] Hi [/INST]",
            "name: Ana\nage: 3",
            "messages: three", "prompts: are texts", "---\nHi", "Hello: world", "1, 2, 3",
            "model: \"never closed"})
    void whatOnlyBeginsLikeOneIsPlainText(String text) {
        assertThat(of("pasted", text)).isInstanceOfSatisfying(Recognized.PromptText.class,
                found -> assertThat(found.notes().getFirst()).startsWith("Taken as plain text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- role: user\n  content: Hi", "prompts: [Hi]\nproviders: [openai:gpt-4o]",
            "messages:\n  - role: user\n    content: Hi"})
    void theNamePromptIsAskedOnlyWhereTheContentSaysNothing(String text) {
        assertThat(of("a.prompt", text)).isInstanceOf(Recognized.Foreign.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- role: user", "- role: user\n  content: Hi\n- and so on", "- role: user\n\tcontent: Hi",
            "{{! @block id=a }}\n- role: user\n  content: Hi", "messages:\n  - Hi", "name: Ana\nmodel: T"})
    void inAFileNamedPromptWhatIsNotSurelyYamlIsText(String text) {
        assertThat(of("a.prompt", text)).isInstanceOf(Recognized.PromptText.class);
    }

    @Test
    void aRequestBodyStaysInItsOwnCharacters() {
        assertThat(of("a.json", "{\"model\": \"gpt-5.4\", \"input\": \"{{x}}\"}")).isInstanceOf(Recognized.Body.class);
        assertThat(of("a.txt", "{\"messages\": []}")).isInstanceOf(Recognized.Body.class);
    }

    @Test
    void inADotpromptFileMarkersOfOthersAreToldAsText() {
        assertThat(of("a.prompt", "---\nmodel: gpt-5.4\n---\nsystem:\nHi {% if a %}").notes()).satisfiesExactly(
                role -> assertThat(role).startsWith("The line \"system:\" is text here"),
                section -> assertThat(section).startsWith("{% %} is text here"));
        assertThat(of("a.prompt", "{{role \"system\"}}\nuser:\nHi").notes()).isEmpty();
    }

    @Test
    void frontMatterInAFileOfAnotherNameIsSaid() {
        assertThat(of("review.prompt.md", "---\nmode: agent\n---\nReview this.").notes()).containsExactly(
                "Taken as a Dotprompt file with one message of the user, because it has front matter.");
        assertThat(of("pasted", "---\nname: a\n---\n{{role \"system\"}}\nHi").notes()).isEmpty();
    }

    @Test
    void pastedTextNamesNoFiles() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> of("pasted", "prompts: [file://a.json]\nproviders: [openai:gpt-4o]"))
                .withMessageContaining("names the file a.json");
    }

    @Test
    void aNameAloneMakesNoJson() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> of("a.json", "Hi"))
                .withMessageStartingWith("This is not valid JSON");
    }

    @Test
    void aThousandLinesOfHeadDoNoHarm() {
        String lines = "# said\n".repeat(200_000);
        assertThat(of("a.prompt", lines + "---\nname: a\n---\nHi").notes()).isEmpty();
        assertThat(of("a.http", lines + "POST https://h/v1/responses\n\n{\"model\":\"m\",\"input\":\"Hi\"}"))
                .isInstanceOf(Recognized.Foreign.class);
    }
}
