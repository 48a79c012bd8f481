package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBodyReaderTest {

    private static final String CHAT_TOOLS = """
            [ {"type":"function","function":{ "name" : "find","strict":true,
                "parameters":{"type":"object","properties":{"id":{"type":"string"}}}}} ]""";
    private static final String TOOL_CALL = """
            {"role":"assistant","content":null,
              "tool_calls":[{"id":"c1", "type":"function","function":{"name":"find","arguments":"{\\"id\\": \\"{{7}}\\"}"}}]}""";
    private static final String IMAGE = """
            {"role": "user", "content": [{"type":"text","text":"Look:"},{"type":"image_url","image_url":{"url":"data:,"}}]}""";
    private static final String CHAT = """
            {"model": "gpt-4o", "tools": %s,
             "messages": [
               {"role": "system", "content": "Write {{name}}, \\\\\\\\{{ and \\"}}\\" as they are.\\n"},
               {"role": "user", "content": [{"type": "text", "text": "One "}, {"type": "text", "text": "two"}]},
               %s,
               {"role": "tool", "tool_call_id": "c1", "content": "{{raw}}"},
               %s],
             "temperature": 0.20, "logit_bias": {"50256" : -100}, "prompt_cache_key": "k",
             "prompt_cache_retention": "24h", "prompt_cache_options": {"mode": "explicit"},
             "stream": true, "stream_options": {"include_usage": true}}""".formatted(CHAT_TOOLS, TOOL_CALL, IMAGE);

    private static final String REASONING = """
            {"type":"reasoning", "id":"rs_1","summary":[ ],"encrypted_content":"gAAA"}""";
    private static final String CALL_OUTPUT = """
            {"type":"function_call_output","call_id":"c1", "output":"{}"}""";
    private static final String RESPONSES_TOOLS = """
            [{"type":"web_search"}, {"type":"function","name":"f","parameters":{"type":"object","properties":{}}}]""";
    private static final String RESPONSES = """
            {"model": "gpt-5.4", "instructions": "Be brief.", "tools": %s,
             "input": [
               {"role": "user", "content": [{"type": "input_text", "text": "Hi"}]},
               %s,
               {"type": "function_call", "call_id": "c1", "name": "f", "arguments": "{}"},
               %s,
               {"role": "assistant", "content": [{"type": "output_text", "text": "Done."}]},
               {"role": "user", "content": "Thanks"}],
             "text": {"format": {"type": "json_schema", "name": "o", "strict": true, "schema": {"type": "object"}}},
             "max_output_tokens": 100, "reasoning": {"effort": "low"}, "store": false, "stream": true}"""
            .formatted(RESPONSES_TOOLS, REASONING, CALL_OUTPUT);

    private static final String MARKED_PART = """
            {"type":"text", "text":"A long {{guide}}.","cache_control":{"type":"ephemeral"}}""";
    private static final String MESSAGES_TOOLS = """
            [{"name":"f","input_schema":{"type":"object"}, "cache_control":{"type":"ephemeral"}}]""";
    private static final String TOOL_RESULT = """
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1", "content":"ok"}]}""";
    private static final String MESSAGES = """
            {"model": "claude-sonnet-5-5", "max_tokens": 50, "tools": %s,
             "system": [{"type": "text", "text": "You are kind."}, {"type": "text", "text": "Very."}, %s],
             "messages": [{"role": "user", "content": "Hi"},
               {"role": "assistant", "content": [{"type": "tool_use", "id": "t1", "name": "f", "input": {}}]}, %s],
             "stop_sequences": ["END"], "thinking": {"type": "enabled", "budget_tokens": 1024}, "stream": true}"""
            .formatted(MESSAGES_TOOLS, MARKED_PART, TOOL_RESULT);

    @Test
    void chatBodiesComeBackAsTheyWere() {
        String written = roundTrip(CHAT);

        assertThat(RawJson.tree(written)).isEqualTo(RawJson.tree(CHAT));
        assertThat(written).contains(CHAT_TOOLS, TOOL_CALL, IMAGE, "0.20", "{\"50256\" : -100}");
    }

    @Test
    void responsesBodiesComeBackAsTheyWere() {
        String written = roundTrip(RESPONSES);

        assertThat(RawJson.tree(written)).isEqualTo(RawJson.tree(RESPONSES));
        assertThat(written).contains(RESPONSES_TOOLS, REASONING, CALL_OUTPUT);
    }

    @Test
    void messagesBodiesComeBackAsTheyWere() {
        String written = roundTrip(MESSAGES);

        assertThat(RawJson.tree(written)).isEqualTo(RawJson.tree(MESSAGES));
        assertThat(written).contains(MESSAGES_TOOLS, TOOL_RESULT);
    }

    @Test
    void whatIsReadSurvivesAPromptFile() {
        for (String body : List.of(CHAT, RESPONSES, MESSAGES)) {
            Prompt prompt = RequestBodyReader.read(body);
            Map<Boolean, List<Block>> blocks = prompt.blocks().stream().collect(Collectors.partitioningBy(
                    block -> block.role().isMessage()));

            Prompt reread = PromptFile.read(PromptFile.empty().write(prompt)).messages();

            assertThat(reread.blocks()).isEqualTo(blocks.get(true));
            var withSidecars = reread.withBlocks(Stream.concat(blocks.get(false).stream(), reread.blocks().stream())
                    .toList());
            assertThat(RawJson.tree(write(withSidecars))).isEqualTo(RawJson.tree(body));
        }
    }

    @Test
    void textStaysLiteralAndPartsBecomeJoinedBlocks() {
        Prompt prompt = RequestBodyReader.read(CHAT);

        assertThat(prompt.blocks()).extracting(Block::id).containsExactly("tools", "system", "user", "user-2",
                "assistant", "tool", "user-3");
        assertThat(prompt.blocks()).extracting(Block::effectiveKind).containsOnly(Kind.STATIC);
        assertThat(prompt.blocks().get(2)).isEqualTo(Block.of("user", Role.USER, Kind.STATIC, "One ").withForm(
                Form.PART));
        assertThat(prompt.blocks().get(3)).isEqualTo(Block.of("user-2", Role.USER, Kind.STATIC, "two").withForm(
                Form.PART).withJoined(true));
        assertThat(prompt.blocks().get(5).form()).isEqualTo(Form.ITEM);
        var system = Renderer.render(prompt, new Row(Map.of("name", "Ada"))).conversation().getFirst();
        assertThat(system.text()).isEqualTo("Write {{name}}, \\\\{{ and \"}}\" as they are.\n");
    }

    @Test
    void fieldsAreSettingsOrKeptAsTheyStand() {
        Settings settings = RequestBodyReader.read(CHAT).settings();

        assertThat(settings).isEqualTo(new Settings("gpt-4o", Api.CHAT, Attributes.copyOf(Map.of("temperature",
                "0.20")), new CacheSettings("explicit", "", "k", "24h"), settings.extra()));
        assertThat(settings.extra()).containsExactly(Map.entry("logit_bias", "{\"50256\" : -100}"));
    }

    @Test
    void aRoleThatNoneIsIsRefusedInItsPlace() {
        for (String role : List.of("wizard", "tools", "")) {
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(
                            () -> RequestBodyReader.read("{\"messages\": [{\"role\": \"user\", \"content\": \"a\"},\n  "
                                    + "{\"role\": \"" + role + "\", \"content\": \"b\"}]}"))
                    .withMessage("Unknown role \"" + role + "\": use system, developer, user, assistant or tool")
                    .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(2, 3));
        }
        assertThat(RequestBodyReader
                .read("{\"messages\": [{\"role\": \"function\", \"name\": \"f\", \"content\": \"a\"}]}")
                .blocks()).extracting(Block::form).containsExactly(Form.ITEM);
    }

    @Test
    void toolsThatAreNoArrayAreKeptAsTheyStand() {
        String body = "{\"model\": \"m\", \"messages\": [], \"tools\": {\"a\": 1}}";

        assertThat(RequestBodyReader.read(body).settings().extra()).containsExactly(Map.entry("tools", "{\"a\": 1}"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"model": "m", "input": "Hi"}                                        | RESPONSES
            {"model": "m", "messages": []}                                       | CHAT
            {"model": "claude-x", "messages": []}                                | MESSAGES
            {"model": "m", "system": "s", "messages": []}                        | MESSAGES
            {"model": "m", "messages": [], "tools": [{"input_schema": {}}]}      | MESSAGES
            """)
    void theEndpointIsToldFromTheFields(String body, Api api) {
        assertThat(RequestBodyReader.read(body).settings().api()).isEqualTo(api);
    }

    @Test
    void aPromptFileThatBeginsWithATagIsNoJson() {
        assertThat(RequestBodyReader.isJson("{{role \"system\"}}\nBe kind.")).isFalse();
        assertThat(RequestBodyReader.isJson("\n {\"model\": \"m\"}")).isTrue();
    }

    @Test
    void faultsArePlacedInTheWholeBody() {
        assertFault("{\"model\": \"m\",\n \"messages\": [{\"role\": \"user\", \"content\": \"a\"},\n   \"hi\"]}", 3, 4);
        assertFault("{\"model\": \"m\",\n \"tools\": [],\n \"input\": 3}", 3, 11);
        assertFault("{\"model\": \"m\",\n \"instructions\": [1], \"input\": \"a\"}", 2, 18);
        assertFault("{\"model\": \"m\",\n \"messages\": [}", 2, 15);
        assertFault("{\"model\": \"m\"}", 1, 1);
    }

    @Test
    void aFieldOfAnotherKindIsNamed() {
        assertWords("{\"model\": \"m\", \"messages\": {}}", "\"messages\" must be a list of messages");
        assertWords("{\"model\": \"m\", \"messages\": \"hello\"}", "\"messages\" must be a list of messages");
        assertWords("{\"model\": \"m\", \"input\": 3}", "\"input\" must be a text or a list");
        assertWords("{\"input\": \"a\", \"instructions\": 3}", "\"instructions\" must be a text");
        assertWords("{\"system\": 3, \"messages\": []}", "\"system\" must be a text or a list of texts");
    }

    private static void assertWords(String body, String words) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> RequestBodyReader.read(body))
                .withMessage(words);
    }

    private static String roundTrip(String body) {
        return write(RequestBodyReader.read(body));
    }

    private static String write(Prompt prompt) {
        return RequestBodyWriter.write(SentRequest.of(Renderer.render(prompt, Row.empty()), Optional.empty()), true)
                .json();
    }

    private static void assertFault(String body, int line, int column) {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> RequestBodyReader.read(body))
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(line, column));
    }
}
