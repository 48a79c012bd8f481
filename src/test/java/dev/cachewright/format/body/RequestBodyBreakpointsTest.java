package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Model;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.request.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Breakpoints and cache settings on the wire.
class RequestBodyBreakpointsTest {

    private static final Catalog CATALOG = BundledCatalog.read();
    private static final String IMAGE = """
            {"role": "user", "content": [{"type":"input_text","text":"Look:"}, {"type":"input_image",
              "image_url":"data:,","prompt_cache_breakpoint":{"mode":"explicit"}}]}""";
    private static final String OUTPUT = """
            {"type":"function_call_output","call_id":"c1","output":[{"type":"input_text","text":"{}",\
            "prompt_cache_breakpoint":{"mode":"explicit"}}]}""";
    private static final String RESPONSES = """
            {"model": "gpt-5.6-sol", "input": [
               {"role": "developer", "content": [{"type": "input_text", "text": "Policy.",
                 "prompt_cache_breakpoint": {"mode": "explicit"}}, {"type": "input_text", "text": "Context."}]},
               %s,
               {"type": "function_call", "call_id": "c1", "name": "f", "arguments": "{}"},
               %s,
               {"role": "user", "content": [{"type": "input_text", "text": "One"}, {"type": "input_text",
                 "text": "two", "prompt_cache_breakpoint": {"mode": "explicit"}}]}],
             "prompt_cache_options": {"mode": "explicit", "ttl": "30m", "prewarm": true, "comparison_response_id": "r"},
             "prompt_cache_key": "support", "stream": true}""".formatted(IMAGE, OUTPUT);
    private static final String MESSAGES = """
            {"model": "claude-sonnet-5-5", "max_tokens": 50,
             "tools": [{"name":"f","input_schema":{"type":"object"}, "cache_control":{"type":"ephemeral","ttl":"1h"}}],
             "system": [{"type": "text", "text": "Policy.", "cache_control": {"type": "ephemeral", "ttl": "1h"}},
               {"type": "text", "text": "Context."}],
             "messages": [{"role": "user", "content": [{"type": "tool_result", "tool_use_id": "t", "content": "ok",
                 "cache_control":{"type":"ephemeral"}}]}, {"role": "assistant", "content": "Hi"}],
             "cache_control": {"type": "ephemeral"}, "stream": true}""";

    private static String write(Prompt prompt) {
        return write(prompt, Row.empty(), Optional.empty());
    }

    private static String write(Prompt prompt, Row row, Optional<CacheTerms> terms) {
        return RequestBodyWriter.write(SentRequest.of(Renderer.render(prompt, row), terms), true).json();
    }

    private static Optional<CacheTerms> terms(String model) {
        return CATALOG.find(model).map(Model::cache);
    }

    private static Block block(String id, Role role, String text) {
        return Block.of(id, role, Kind.STATIC, text);
    }

    private static List<String> marked(Prompt prompt) {
        return prompt.blocks().stream().flatMap(block -> block.breakpoint().stream())
                .map(mark -> mark.blockId() + " " + mark.ttl()).map(String::strip).toList();
    }

    @Test
    void markersOfAResponsesBodyBecomeBreakpoints() {
        Prompt prompt = RequestBodyReader.read(RESPONSES);

        assertThat(marked(prompt)).containsExactly("developer", "user", "tool", "user-3");
        assertThat(prompt.blocks()).extracting(Block::form).containsExactly(Form.TEXT, Form.TEXT, Form.ITEM, Form.ITEM,
                Form.ITEM, Form.PART, Form.PART);
        assertThat(prompt.settings().cache()).isEqualTo(new CacheSettings("explicit", "30m", "support", ""));
        assertThat(prompt.settings().extra()).containsExactly(Map.entry("prompt_cache_options",
                "{\"prewarm\": true, \"comparison_response_id\": \"r\"}"));
    }

    @Test
    void markersOfAMessagesBodyBecomeBreakpoints() {
        Prompt prompt = RequestBodyReader.read(MESSAGES);

        assertThat(marked(prompt)).containsExactly("tools 1h", "system 1h", "user");
        assertThat(prompt.settings().cache()).isEqualTo(new CacheSettings("automatic", "", "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gpt-5.6-sol", "claude-sonnet-5-5"})
    void bodiesKeepTheirMarkers(String model) {
        for (String body : List.of(RESPONSES, MESSAGES)) {
            Prompt prompt = RequestBodyReader.read(body);
            Optional<CacheTerms> terms = prompt.settings().model().equals(model) ? terms(model) : Optional.empty();

            String written = write(prompt, Row.empty(), terms);

            assertThat(RawJson.tree(written)).isEqualTo(RawJson.tree(body));
            assertThat(RequestBodyReader.read(written)).isEqualTo(prompt);
        }
        assertThat(write(RequestBodyReader.read(RESPONSES))).contains(IMAGE, OUTPUT);
    }

    @Test
    void aMarkedTextIsCutAfterItsMarks() {
        Prompt prompt = Prompt.of(List.of(block("a", Role.SYSTEM, "One"), block("b", Role.SYSTEM, "two")
                .withJoined(true).withBreakpoint(true), block("c", Role.SYSTEM, "three").withJoined(true)),
                Settings.of("gpt-5.6-sol", Api.CHAT));

        assertThat(RawJson.tree(write(prompt)).path("messages")).isEqualTo(RawJson.tree("""
                [{"role": "system", "content": [
                  {"type": "text", "text": "Onetwo", "prompt_cache_breakpoint": {"mode": "explicit"}},
                  {"type": "text", "text": "three"}]}]"""));
    }

    @Test
    void nothingIsSentBehindTheLastMarkerOfAMessageWhereItsValuesAreEmpty() {
        Prompt prompt = Prompt.of(List.of(block("a", Role.USER, "One").withBreakpoint(true),
                block("b", Role.USER, "{{x}}").withJoined(true)), Settings.of("gpt-5.6-sol", Api.RESPONSES));

        assertThat(RawJson.tree(write(prompt)).at("/input/0/content")).hasSize(1);
        assertThat(RawJson.tree(write(prompt, new Row(Map.of("x", "y")), Optional.empty())).at("/input/0/content"))
                .hasSize(2);
    }

    @Test
    void everyPlaceOfAMarkedBlockStandsInTheBody() {
        String item = "{\"role\": \"user\", \"content\": \"{{a}} and {{b}}\"}";
        Prompt prompt = Prompt.of(List.of(block("text", Role.SYSTEM, "Say \"hi\"").withBreakpoint(true),
                block("more", Role.SYSTEM, "there").withJoined(true),
                block("item", Role.USER, item).withForm(Form.ITEM).withBreakpoint(true)),
                Settings.of("gpt-5.6-sol", Api.RESPONSES));
        RequestBody body = RequestBodyWriter.write(SentRequest.of(Renderer.render(prompt,
                new Row(Map.of("a", "A", "b", "B"))), terms("gpt-5.6-sol")), true);

        assertThat(body.json().substring(body.offsetOf(new Place("text", 4)))).startsWith("\\\"hi\\\"");
        assertThat(body.json().substring(body.offsetOf(new Place("more", 0)))).startsWith("there");
        assertThat(body.json().substring(body.offsetOf(new Place("item", 0)))).startsWith("{\"role\": \"user\"");
        assertThat(RawJson.tree(body.json()).at("/input/1/content")).isEqualTo(RawJson.tree("""
                [{"type": "input_text", "text": "A and B", "prompt_cache_breakpoint": {"mode": "explicit"}}]"""));
    }

    @Test
    void aModelIsNotSentWhatItRefuses() {
        Prompt prompt = Prompt.of(List.of(block("a", Role.USER, "One").withBreakpoint(true),
                block("b", Role.ASSISTANT, "Two").withBreakpoint(true)),
                Settings.of("m", Api.RESPONSES).withCache(new CacheSettings("explicit", "30m", "k", "24h")));

        assertThat(write(prompt, Row.empty(), terms("gpt-5.4"))).contains("\"prompt_cache_retention\": \"24h\"",
                "\"prompt_cache_key\": \"k\"").doesNotContain("prompt_cache_options", "prompt_cache_breakpoint");
        assertThat(write(prompt, Row.empty(), terms("gpt-5.6-sol"))).contains("\"prompt_cache_options\": {\"mode\": "
                + "\"explicit\", \"ttl\": \"30m\"}", "\"prompt_cache_key\": \"k\"").containsOnlyOnce(
                        "prompt_cache_breakpoint")
                .doesNotContain("retention");
        assertThat(write(prompt, Row.empty(), terms("gpt-4"))).contains("\"prompt_cache_key\": \"k\"")
                .doesNotContain("prompt_cache_options", "prompt_cache_breakpoint", "retention");
        assertThat(write(prompt)).contains("prompt_cache_options", "prompt_cache_retention", "prompt_cache_key")
                .containsPattern("(?s)prompt_cache_breakpoint.*prompt_cache_breakpoint");
    }

    @Test
    void olderModelsAreNotSentMarkersWithinItemsEither() {
        Prompt prompt = RequestBodyReader.read(RESPONSES);

        assertThat(write(prompt, Row.empty(), terms("gpt-5.4"))).doesNotContain("prompt_cache_breakpoint", "prewarm")
                .contains("\"image_url\": \"data:,\"");
    }

    @Test
    void aKeyAbove64CharactersIsNeverSent() {
        Settings settings = Settings.of("m", Api.CHAT).withCache(CacheSettings.none().withKey("k".repeat(65)));
        Prompt prompt = Prompt.of(List.of(block("a", Role.USER, "One")), settings);

        assertThat(write(prompt)).doesNotContain("prompt_cache_key");
        assertThat(write(prompt, Row.empty(), terms("gpt-5.4"))).doesNotContain("prompt_cache_key");
    }

    @Test
    void cacheControlHasTheLifetimeOfItsBlockElseOfTheRequest() {
        Prompt prompt = Prompt.of(List.of(block("tools", Role.TOOLS, "[{\"name\": \"f\"}]").withBreakpoint(true),
                block("policy", Role.SYSTEM, "Policy.").withBreakpoint("5m"), block("ask", Role.USER, "Ask")),
                Settings.of("claude-sonnet-5-5", Api.MESSAGES).withCache(new CacheSettings("", "1h", "", "")));

        var body = RawJson.tree(write(prompt, Row.empty(), terms("claude-sonnet-5-5")));

        assertThat(body.at("/tools/0/cache_control/ttl").asText()).isEqualTo("1h");
        assertThat(body.at("/system/0/cache_control/ttl").asText()).isEqualTo("5m");
        assertThat(body.has("cache_control")).isFalse();
    }

    @Test
    void aMarkerWithoutLifetimeBelowAutomaticCachingOfAnHourKeepsItsFiveMinutes() {
        String body = MESSAGES.replace("\"cache_control\": {\"type\": \"ephemeral\"},",
                "\"cache_control\": {\"type\": \"ephemeral\", \"ttl\": \"1h\"},");

        Prompt prompt = RequestBodyReader.read(body);

        assertThat(prompt.settings().cache()).isEqualTo(new CacheSettings("automatic", "1h", "", ""));
        assertThat(marked(prompt)).containsExactly("tools", "system", "user 5m");
    }

    @Test
    void markersWithMoreInThemStayWithTheirItem() {
        String part = "{\"type\": \"text\", \"text\": \"a\", \"cache_control\": {\"type\": \"ephemeral\", \"x\": 1}}";
        String body = "{\"model\": \"claude-x\", \"max_tokens\": 9, \"messages\": [{\"role\": \"user\", \"content\": ["
                + part + "]}], \"stream\": true}";

        Prompt prompt = RequestBodyReader.read(body);

        assertThat(prompt.blocks()).extracting(Block::form).containsExactly(Form.ITEM);
        assertThat(write(prompt)).contains(part);
    }

    @Test
    void whatIsWrittenReadsAsThePromptItWas() {
        var random = new Random(11);
        for (int trial = 0; trial < 300; trial++) {
            Prompt prompt = randomPrompt(random);

            String body = write(prompt);

            assertThat(RequestBodyReader.read(body, prompt.settings().api())).isEqualTo(prompt);
        }
    }

    /// A prompt of messages of one block each, with ids as the reader gives them.
    private static Prompt randomPrompt(Random random) {
        Api api = Api.values()[random.nextInt(3)];
        List<Role> roles = new ArrayList<>(List.of(Role.USER, Role.ASSISTANT));
        if (api != Api.MESSAGES) {
            roles.add(Role.DEVELOPER);
        }
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            Role role = roles.get(random.nextInt(roles.size()));
            long count = blocks.stream().filter(block -> block.role() == role).count();
            Block block = block(count == 0 ? role.word() : role.word() + "-" + (count + 1), role, "text " + i);
            String ttl = api == Api.MESSAGES && random.nextBoolean() ? "1h" : "";
            blocks.add(random.nextBoolean() ? block.withBreakpoint(ttl) : block);
        }
        var cache = api == Api.MESSAGES
                ? new CacheSettings(random.nextBoolean() ? "automatic" : "", "", "", "")
                : new CacheSettings(random.nextBoolean() ? "explicit" : "", random.nextBoolean() ? "30m" : "",
                        random.nextBoolean() ? "k" : "", random.nextBoolean() ? "24h" : "");
        Settings settings = Settings.of("m", api).withCache(cache);
        if (api == Api.MESSAGES) {
            settings = new Settings("m", api, new LinkedHashMap<>(Map.of("maxOutputTokens", "1024")), cache,
                    settings.extra());
        }
        return Prompt.of(blocks, settings);
    }

    @Test
    void toolsForOpenAiCarryNoCacheControl() {
        Prompt prompt = RequestBodyReader.read(MESSAGES);
        Settings chat = prompt.settings().withApi(Api.CHAT);

        assertThat(RawJson.tree(write(prompt.withSettings(chat.withModel("gpt-6-sol")))).path("tools").toString())
                .doesNotContain("cache_control");
        assertThat(RawJson.tree(write(prompt.withSettings(chat))).path("tools").toString())
                .contains("\"cache_control\"").contains("\"function\"");
    }

    @Test
    void chatToClaudeIsMarkedAsMessagesAre() {
        String body = """
                {"model": "anthropic/claude-sonnet-4.5", "cache_control": {"type": "ephemeral"},
                 "tools": [{"type": "function", "function": {"name": "f", "parameters": {}},
                            "cache_control": {"type": "ephemeral"}}],
                 "messages": [{"role": "system", "content": [
                     {"type": "text", "text": "rules", "cache_control": {"type": "ephemeral", "ttl": "1h"}},
                     {"type": "text", "text": "more"}]},
                   {"role": "user", "content": "as LiteLLM takes it", "cache_control": {"type": "ephemeral"}}]}""";
        Prompt prompt = RequestBodyReader.read(body);

        assertThat(prompt.settings().cache().mode()).isEqualTo("automatic");
        assertThat(prompt.blocks()).extracting(block -> block.breakpoint().map(Breakpoint::ttl).orElse("-"))
                .containsExactly("", "1h", "-", "");
        assertThat(prompt.blocks()).extracting(Block::form).doesNotContain(Form.ITEM);
        JsonNode written = RawJson.tree(write(prompt));
        assertThat(written.path("cache_control")).isEqualTo(RawJson.tree(body).path("cache_control"));
        assertThat(written.path("tools")).isEqualTo(RawJson.tree(body).path("tools"));
        assertThat(written.at("/messages/0")).isEqualTo(RawJson.tree(body).at("/messages/0"));
        assertThat(written.at("/messages/1/content/0/cache_control/type").asText()).isEqualTo("ephemeral");
    }

    @Test
    void aMarkerThatIsNotTheModelsStaysInItsMessage() {
        String body = """
                {"model": "gpt-6-sol", "messages": [{"role": "user", "content": [
                  {"type": "text", "text": "a", "cache_control": {"type": "ephemeral"}}]}]}""";
        Prompt prompt = RequestBodyReader.read(body);

        assertThat(prompt.blocks()).extracting(Block::form).containsExactly(Form.ITEM);
        assertThat(prompt.blocks().getFirst().breakpoint()).isEmpty();
        assertThat(RawJson.tree(write(prompt)).path("messages")).isEqualTo(RawJson.tree(body).path("messages"));
    }
}
