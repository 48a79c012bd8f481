package dev.cachewright.token.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Framing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Where a prefix of a request can end, and its tokens as a cache compares them.
class FlatTokensTest {

    private static final TextCounter TEXTS = SharedTokenizers.ALL.counterOf(Encoding.O200K_BASE);

    private static RequestTokens count(Api api, Block... blocks) {
        Prompt prompt = Prompt.of(List.of(blocks), Settings.of("m", api));
        return new RequestCounter(TEXTS, Framing.plain()).count(Renderer.render(prompt, Row.empty()));
    }

    private static Block block(String id, Role role, String text) {
        return Block.of(id, role, Kind.STATIC, text);
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
                assertThat(one.flat().commonPrefix(other.flat(), 0)).isEqualTo(shared);
                assertThat(one.commonPrefix(other, known)).isEqualTo(shared);
                assertThat(one.commonPrefix(other.from(known), known)).isEqualTo(shared);
                assertThat(one.commonPrefix(other.flat(), known)).isEqualTo(shared);
                assertThat(one.flat().commonPrefix(other.flat().from(known), known)).isEqualTo(shared);
            }
            assertThat(one.flat().total()).isEqualTo(one.total());
            for (int i = 0; i < one.total(); i++) {
                assertThat(one.idAt(i)).isEqualTo(one.flat().idAt(i)).isEqualTo(one.flat().from(i).idAt(i));
            }
        }
    }
}
