package dev.cachewright.cache.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.request.RequestCounter;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.token.request.TokenSpan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Where a prefix of a request can end, and its tokens as a cache compares them.
class ContentReaderTest {

    private static final TextCounter TEXTS = new Tokenizers().counterOf(Encoding.O200K_BASE);

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
                .containsExactly(tuple(2, true), tuple(1, false));
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
