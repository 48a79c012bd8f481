package dev.cachewright.format.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cache.request.SentRequests;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.format.file.ValuesReader;
import dev.cachewright.format.foreign.Recognized;
import dev.cachewright.format.foreign.Recognizer;
import dev.cachewright.format.foreign.SideFiles;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptFormTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/export");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SentRequests ALL = new SentRequests(Optional.empty());
    private static final String PROMPT = """
            ---
            model: openai/gpt-5.4
            config:
              temperature: 0.2
              maxOutputTokens: 200
            cachewright.cache: { key: "support" }
            ---
            {{role "system"}}
            {{! @block id=policy kind=static }}
            Be "kind":
              - and brief, 100 % {of the time}
            {{! @block id=customer kind=dynamic }}
            Customer: {{customer.name}}, on {{plan}}
            {{role "user"}}
            {{! @block id=question kind=dynamic }}
            {{question}}
            """;
    private static final String ROWS = """
            {"customer": {"name": "Ada: \\u2028 a # b"}, "plan": "Gold", "question": "Where is it?\\n- now"}
            {"customer": {"name": "Bob"}, "plan": "true", "question": "{\\"a\\": 1}"}
            """;

    private static Prompt prompt(String text) {
        return PromptFile.read(text).messages();
    }

    private static PromptForm.Exported export(PromptForm form, Prompt prompt, List<Row> rows) {
        return form.write("support.prompt", prompt, rows, ALL);
    }

    private static Recognized.Foreign read(PromptForm form, String text) {
        return (Recognized.Foreign) Recognizer.recognize(form.fileName("support.prompt"), text, SideFiles.none());
    }

    private static JsonNode body(Prompt prompt, Row row) throws IOException {
        return JSON.readTree(RequestBodyWriter.write(SentRequest.of(Renderer.render(prompt, row), Optional.empty()),
                false).json());
    }

    private static Values values(String lines) {
        return ValuesReader.read("rows.jsonl", lines);
    }

    @ParameterizedTest
    @EnumSource
    void aPromptIsWrittenAsBefore(PromptForm form) throws IOException {
        PromptForm.Exported exported = export(form, prompt(PROMPT), values(ROWS).rows());
        Path golden = GOLDEN.resolve(form.fileName("support.prompt") + ".txt");
        if (Boolean.getBoolean("golden.accept")) {
            Files.writeString(golden, exported.text());
        }
        assertThat(exported.text()).isEqualTo(Files.readString(golden));
        assertThat(exported.notes()).isEqualTo(form == PromptForm.PROMPTY
                ? List.of("Of 2 rows the first is its sample.")
                : List.of());
    }

    @Test
    void aPromptfooFileIsReadBackAsTheSameRequestsAndValues() throws IOException {
        Prompt prompt = prompt(PROMPT);
        Recognized.Foreign read = read(PromptForm.PROMPTFOO, export(PromptForm.PROMPTFOO, prompt, values(ROWS).rows())
                .text());

        assertThat(values(read.rows()).rows()).isEqualTo(values(ROWS).rows());
        for (Row row : values(ROWS).rows()) {
            assertThat(body(read.prompt(), row)).isEqualTo(body(prompt, row));
        }
        assertThat(read.notes()).containsExactly("Taken from a promptfoo configuration.",
                "The variables of its tests are 2 rows of values.");
    }

    @Test
    void aPromptyFileIsReadBackAsTheSameRequestAndValues() throws IOException {
        Prompt prompt = prompt(PROMPT.replace("cachewright.cache: { key: \"support\" }\n", ""));
        Row row = values(ROWS).rows().getFirst();
        Recognized.Foreign read = read(PromptForm.PROMPTY, export(PromptForm.PROMPTY, prompt, List.of(row)).text());

        assertThat(values(read.rows()).rows()).containsExactly(row);
        // White space at the ends of messages is none of them there.
        assertThat(body(read.prompt(), row).toString())
                .isEqualTo(body(prompt, row).toString().replace("on Gold\\n\"", "on Gold\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleRequests.CHAT, SampleRequests.RESPONSES, SampleRequests.MESSAGES})
    void aRequestBodyWithItsMarkersGoesThroughPromptfoo(String json) throws IOException {
        Prompt prompt = RequestBodyReader.read(json);
        Recognized.Foreign read = read(PromptForm.PROMPTFOO, export(PromptForm.PROMPTFOO, prompt, List.of(Row.empty()))
                .text());
        assertThat(body(read.prompt(), Row.empty())).isEqualTo(body(prompt, Row.empty()));
    }

    @Test
    void breakpointsAreNotInAPromptyFileAndThatIsSaid() {
        Prompt prompt = prompt(PROMPT.replace("id=policy kind=static", "id=policy kind=static break=true"));
        assertThat(export(PromptForm.PROMPTY, prompt, List.of()).notes())
                .containsExactly("The breakpoints are not in it: Prompty has no form for them.");
    }

    @ParameterizedTest
    @EnumSource
    void whatOthersHaveNoEqualOfIsRefused(PromptForm form) {
        assertThatThrownBy(() -> export(form, prompt(PROMPT.replace("{{plan}}", "{{#if plan}}x{{/if}}")), List.of()))
                .hasMessage("“customer” holds {{#if plan}}, which cannot be exported: only values can. Write what it "
                        + "gives, or put it into the values");
        assertThatThrownBy(() -> export(form, prompt(PROMPT.replace("{{plan}}", "{{my-plan}}")), List.of()))
                .hasMessageStartingWith("The variable “my-plan” cannot be exported");
        assertThatThrownBy(() -> export(form, prompt(PROMPT.replace("Be \"kind\"", "Be {% kind %}")), List.of()))
                .hasMessageStartingWith("The text holds braces that other programs would take for a tag");
        assertThatThrownBy(
                () -> export(form, prompt(PROMPT.replace("{{plan}}", "{ {{plan}}").replace("{ {{", "\\{{{{")),
                        List.of()))
                .hasMessageStartingWith("The text holds braces");
    }

    @Test
    void aLineThatPromptyTakesForARoleIsRefused() {
        assertThatThrownBy(() -> export(PromptForm.PROMPTY, prompt(PROMPT.replace("Be \"kind\":", "user:")), List.of()))
                .hasMessageStartingWith("A line of the text is a role and a colon");
        assertThatThrownBy(() -> export(PromptForm.PROMPTY, RequestBodyReader.read(SampleRequests.CHAT), List.of()))
                .hasMessageStartingWith("A Prompty file has only texts");
    }

    @Test
    void aValueThatPromptfooReadsOtherwiseIsRefused() {
        for (Object value : List.of(List.of("a", "b"), "file://x.txt", "a {{b}}")) {
            assertThatThrownBy(
                    () -> export(PromptForm.PROMPTFOO, prompt(PROMPT), List.of(new Row(Map.of("plan", value)))))
                    .hasMessageStartingWith("The value of plan in row 1 cannot be exported: promptfoo would");
        }
    }
}
