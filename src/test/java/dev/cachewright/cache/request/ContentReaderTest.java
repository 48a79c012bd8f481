package dev.cachewright.cache.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.ServerJson;
import dev.cachewright.token.request.RequestCounter;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.token.request.TokenSpan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a prefix of a request can end, and its tokens as a cache compares them.
class ContentReaderTest {

    private static final TextCounter TEXTS = SharedTokenizers.ALL.counterOf(Encoding.O200K_BASE);

    private static Request request(Api api, Block... blocks) {
        return Renderer.render(Prompt.of(List.of(blocks), Settings.of("m", api)), Row.empty());
    }

    private static RequestTokens count(Request request) {
        return new RequestCounter(TEXTS, Framing.plain()).count(request);
    }

    private static RequestContent read(Api api, Block... blocks) {
        Request request = request(api, blocks);
        return new ContentReader().read(request, count(request));
    }

    private static Block block(String id, Role role, String text) {
        return Block.of(id, role, Kind.STATIC, text);
    }

    @Test
    void aPrefixEndsBeforeTheSignThatClosesItsMessage() {
        Request request = request(Api.RESPONSES, block("rules", Role.SYSTEM, "Be kind.").withBreakpoint(true),
                block("part", Role.USER, "One. ").withForm(Form.PART),
                block("rest", Role.USER, "Two.").withForm(Form.PART).withJoined(true));

        RequestTokens tokens = count(request);
        List<TokenSpan> spans = tokens.spans();
        assertThat(new ContentReader().read(request, tokens).ends())
                .extracting(ContentEnd::blockId, ContentEnd::position, ContentEnd::isLast, ContentEnd::mark)
                .containsExactly(tuple("rules", spans.get(0).cumulative() - 1, true, Optional.of("")),
                        tuple("part", spans.get(1).cumulative(), false, Optional.empty()),
                        tuple("rest", spans.get(2).cumulative() - 1, true, Optional.empty()));
    }

    @Test
    void runsOfToolBlocksAreOnePositionAndThinkingEndsNoPrefix() {
        RequestContent content = read(Api.MESSAGES,
                block("calls", Role.ASSISTANT, """
                        {"role": "assistant", "content": [{"type": "text", "text": "a"}, {"type": "tool_use", "id": "1",
                         "name": "f", "input": {}}, {"type": "tool_use", "id": "2", "name": "f", "input": {}}]}""")
                        .withForm(Form.ITEM),
                block("thoughts", Role.ASSISTANT,
                        "{\"role\": \"assistant\", \"content\": [{\"type\": \"thinking\", \"thinking\": \"x\"}]}")
                        .withForm(Form.ITEM));

        assertThat(content.ends()).extracting(ContentEnd::positions, ContentEnd::isCacheable)
                .containsExactly(tuple(1, true), tuple(1, true), tuple(0, true), tuple(1, false));
    }

    @Test
    void eachPartOfAnItemEndsWhereThoseBeforeItEnd() {
        String all = """
                {"role": "user", "content": [
                 {"type": "tool_result", "tool_use_id": "1", "content": [
                   {"type": "text", "text": "found", "cache_control": {"type": "ephemeral"}}]},
                 {"type": "image", "source": {"type": "url", "url": "u"}, "cache_control": {"type": "ephemeral",
                   "ttl": "1h"}},
                 {"type": "text", "text": "What is it?"}]}""";
        Request request = request(Api.MESSAGES, block("a", Role.USER, all).withForm(Form.ITEM).withBreakpoint("5m"));
        RequestTokens tokens = count(request);

        List<ContentEnd> ends = new ContentReader().read(request, tokens).ends();

        assertThat(ends).extracting(ContentEnd::mark).containsExactly(Optional.of("5m"), Optional.of("1h"), Optional.of(
                "5m"));
        assertThat(ends).extracting(ContentEnd::isLast).containsExactly(false, false, true);
        assertThat(ends.getLast().position()).isEqualTo(tokens.spans().getLast().cumulative() - 1);
        for (int kept = 1; kept < 3; kept++) {
            var shorter = (ObjectNode) ServerJson.read(all).orElseThrow();
            var content = (ArrayNode) shorter.get("content");
            while (content.size() > kept) {
                content.remove(kept);
            }
            RequestTokens cut = count(request(Api.MESSAGES, block("a", Role.USER, shorter.toString()).withForm(
                    Form.ITEM)));
            assertThat(ends.get(kept - 1).position()).isEqualTo(cut.size());
        }
    }

    @Test
    void aMarkerInsideAResultEndsThere() {
        String inside = """
                {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "1", "content": [
                   {"type": "text", "text": "one", "cache_control": {"type": "ephemeral"}},
                   {"type": "text", "text": "a much longer text that comes after it"}]},
                 {"type": "text", "text": "two"}]}""";
        Request request = request(Api.MESSAGES, block("a", Role.USER, inside).withForm(Form.ITEM));

        List<ContentEnd> ends = new ContentReader().read(request, count(request)).ends();

        assertThat(ends).extracting(ContentEnd::mark, ContentEnd::positions).containsExactly(
                tuple(Optional.of("5m"), 0), tuple(Optional.empty(), 1), tuple(Optional.empty(), 1));
        assertThat(ends.get(1).position() - ends.get(0).position()).isGreaterThan(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MESSAGES  | gpt-6-sol         | cache_control           | {"type": "ephemeral"}
            CHAT      | claude-sonnet-4-5 | cache_control           | {"type": "ephemeral"}
            CHAT      | gpt-6-sol         | prompt_cache_breakpoint | {"mode": "explicit"}
            RESPONSES | gpt-6-sol         | prompt_cache_breakpoint | {"mode": "explicit"}
            """)
    void everyMarkerOfTheFormThatIsSentCounts(Api api, String model, String field, String marker) {
        String part = "{\"type\": \"text\", \"text\": \"some text\", \"" + field + "\": " + marker + "}";
        String item = "{\"role\": \"user\", \"content\": [" + String.join(",", part, part, part) + "]}";
        Prompt prompt = Prompt.of(List.of(block("a", Role.USER, item).withForm(Form.ITEM)
                .withBreakpoint(true)), Settings.of(model, api));
        Request request = Renderer.render(prompt, Row.empty());

        List<ContentEnd> ends = new ContentReader().read(request, count(request)).ends();

        assertThat(ends).hasSize(3).allMatch(end -> end.mark().isPresent());
        assertThat(ends.get(0).position()).isLessThan(ends.get(1).position());
        assertThat(ends.get(1).position()).isLessThan(ends.get(2).position());
    }

    @Test
    void resultsOfChatThatFollowEachOtherAreOnePosition() {
        Block result = block("a", Role.TOOL, """
                {"role": "tool", "tool_call_id": "1", "content": "x", "cache_control": {"type": "ephemeral"}}""")
                .withForm(Form.ITEM);
        Prompt prompt = Prompt.of(List.of(result, result.withId("b")), Settings.of("claude-sonnet-4-5", Api.CHAT));
        Request request = Renderer.render(prompt, Row.empty());

        assertThat(new ContentReader().read(request, count(request)).ends())
                .extracting(ContentEnd::positions, ContentEnd::mark)
                .containsExactly(tuple(1, Optional.of("5m")), tuple(0, Optional.of("5m")));
    }

    @Test
    void imagesCitationsAndWebSearchAreTraitsOfTheRequest() {
        RequestContent content = read(Api.MESSAGES,
                block("tools", Role.TOOLS, "[{\"type\": \"web_search_20250305\", \"name\": \"web_search\"}]"),
                block("shown", Role.USER, """
                        {"role": "user", "content": [{"type": "image", "source": {}},
                         {"type": "document", "citations": {"enabled": true}}]}""").withForm(Form.ITEM));

        assertThat(content.traits()).containsExactlyInAnyOrder("web_search", "images", "citations");
        assertThat(read(Api.MESSAGES, block("hi", Role.USER, "Hi")).traits()).isEmpty();
    }
}
