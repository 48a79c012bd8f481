package dev.cachewright.token.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.Encoding;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.Tokenizers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Where a prefix of a request can end, and its tokens as a cache compares them.
class LayoutTest {

    private static final TextCounter TEXTS = new Tokenizers().counterOf(Encoding.O200K_BASE);

    private static RequestTokens count(Api api, Block... blocks) {
        Prompt prompt = Prompt.of(List.of(blocks), Settings.of("m", api));
        return new RequestCounter(TEXTS, Framing.plain()).count(Renderer.render(prompt, Row.empty()));
    }

    private static Block block(String id, Role role, String text) {
        return Block.of(id, role, Kind.STATIC, text);
    }

    @Test
    void aPrefixEndsBeforeTheSignThatClosesItsMessage() {
        RequestTokens tokens = count(Api.RESPONSES, block("rules", Role.SYSTEM, "Be kind.").withBreakpoint(true),
                block("part", Role.USER, "One. ").withForm(Form.PART),
                block("rest", Role.USER, "Two.").withForm(Form.PART).withJoined(true));

        List<TokenSpan> spans = tokens.spans();
        assertThat(tokens.layout().ends())
                .extracting(ContentEnd::blockId, ContentEnd::position, ContentEnd::isLast, ContentEnd::mark)
                .containsExactly(tuple("rules", spans.get(0).cumulative() - 1, true, Optional.of("")),
                        tuple("part", spans.get(1).cumulative(), false, Optional.empty()),
                        tuple("rest", spans.get(2).cumulative() - 1, true, Optional.empty()));
    }

    @Test
    void runsOfToolBlocksAreOnePositionAndThinkingEndsNoPrefix() {
        RequestTokens tokens = count(Api.MESSAGES,
                block("calls", Role.ASSISTANT, """
                        {"role": "assistant", "content": [{"type": "text", "text": "a"}, {"type": "tool_use", "id": "1",
                         "name": "f", "input": {}}, {"type": "tool_use", "id": "2", "name": "f", "input": {}}]}""")
                        .withForm(Form.ITEM),
                block("thoughts", Role.ASSISTANT,
                        "{\"role\": \"assistant\", \"content\": [{\"type\": \"thinking\", \"thinking\": \"x\"}]}")
                        .withForm(Form.ITEM));

        assertThat(tokens.layout().ends()).extracting(ContentEnd::positions, ContentEnd::isCacheable)
                .containsExactly(tuple(2, true), tuple(1, false));
    }

    @Test
    void imagesCitationsAndWebSearchAreTraitsOfTheRequest() {
        RequestTokens tokens = count(Api.MESSAGES,
                block("tools", Role.TOOLS, "[{\"type\": \"web_search_20250305\", \"name\": \"web_search\"}]"),
                block("shown", Role.USER, """
                        {"role": "user", "content": [{"type": "image", "source": {}},
                         {"type": "document", "citations": {"enabled": true}}]}""").withForm(Form.ITEM));

        assertThat(tokens.layout().traits()).containsExactlyInAnyOrder("web_search", "images", "citations");
        assertThat(count(Api.MESSAGES, block("hi", Role.USER, "Hi")).layout().traits()).isEmpty();
    }

    @Test
    void webSearchLeavesTheTextOfTheOtherToolsAsItIs() {
        String tool = "{\"name\": \"f\", \"description\": \"Does it\", \"input_schema\": {\"type\": \"object\"}}";
        RequestTokens without = count(Api.MESSAGES, block("tools", Role.TOOLS, "[" + tool + "]"));
        RequestTokens with = count(Api.MESSAGES, block("tools", Role.TOOLS,
                "[" + tool + ", {\"type\": \"web_search_20250305\", \"name\": \"web_search\"}]"));

        assertThat(with.ids()).isEqualTo(without.ids());
    }

    @Test
    void flatTokensAndTheirEndsShareWhatTheTextsShare() {
        var random = new Random(3);
        List<RequestTokens> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            var blocks = new ArrayList<Block>();
            for (int k = 0; k <= random.nextInt(4); k++) {
                blocks.add(block("b" + k, k == 0 ? Role.SYSTEM : Role.USER,
                        "word ".repeat(random.nextInt(4)) + (random.nextBoolean() ? "end" : "stop.")));
            }
            all.add(count(Api.CHAT, blocks.toArray(Block[]::new)));
        }
        for (RequestTokens one : all) {
            for (RequestTokens other : all) {
                int shared = one.commonPrefix(other);
                int known = random.nextInt(shared + 1);
                assertThat(one.flat().commonPrefix(other.flat())).isEqualTo(shared);
                assertThat(one.commonPrefix(other, known)).isEqualTo(shared);
                assertThat(one.commonPrefix(other.from(known), known)).isEqualTo(shared);
                assertThat(one.flat().commonPrefix(other.flat().from(known), known)).isEqualTo(shared);
            }
            assertThat(one.flat().total()).isEqualTo(one.total());
            for (int i = 0; i < one.total(); i++) {
                assertThat(one.idAt(i)).isEqualTo(one.flat().idAt(i)).isEqualTo(one.flat().from(i).idAt(i));
            }
        }
    }
}
