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
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Framing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestCounterTest {

    private static final TextCounter TEXTS = SharedTokenizers.ALL.counterOf(Encoding.O200K_BASE);
    private static final Prompt PROMPT = Prompt.of(
            List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC, "You are a helpful, pattern-following assistant"),
                    Block.of("rest", Role.SYSTEM, Kind.STATIC, " that translates.\n").withJoined(true),
                    Block.of("question", Role.USER, Kind.DYNAMIC, "Say {{word}} twice, please.")),
            Settings.of("gpt-4o", Api.CHAT));

    private static RequestTokens count(Map<String, Object> values) {
        return new RequestCounter(TEXTS, Framing.plain()).count(Renderer.render(PROMPT, new Row(values)));
    }

    @Test
    void messagesCountTheirTextRoleAndThreeMore() {
        RequestTokens tokens = count(Map.of("word", "hello"));

        int system = TEXTS.tokenizer().count("You are a helpful, pattern-following assistant that translates.\n");
        int user = TEXTS.tokenizer().count("Say hello twice, please.");
        assertThat(tokens.total()).isEqualTo(3 + 1 + system + 3 + 1 + user + 3);
        assertThat(tokens.isExact()).isTrue();
    }

    @Test
    void blocksAddUpToTheRequest() {
        RequestTokens tokens = count(Map.of("word", "zebra"));

        assertThat(tokens.spans()).extracting(TokenSpan::blockId).containsExactly("policy", "rest", "question");
        assertThat(tokens.spans().stream().mapToInt(TokenSpan::tokens).sum()).isEqualTo(tokens.ids().size());
        assertThat(tokens.spans().getLast().cumulative() + 3).isEqualTo(tokens.total());
    }

    @Test
    void aTokenBelongsToTheBlockOfItsFirstByte() {
        // " that" begins in the second block, although its word would have gone on from the first.
        RequestTokens tokens = count(Map.of("word", "x"));

        int first = TEXTS.tokenizer().count("You are a helpful, pattern-following assistant");
        assertThat(tokens.spans().getFirst().cumulative()).isEqualTo(3 + first);
    }

    @Test
    void placesFollowTheTokensThroughTheTemplate() {
        RequestTokens tokens = count(Map.of("word", "hello"));
        int userStart = tokens.messageEnds().getFirst() + 3;

        assertThat(tokens.placeAfter(0)).isEqualTo(new Place("policy", 0));
        assertThat(tokens.placeAfter(tokens.messageEnds().getFirst())).isEqualTo(new Place("rest", 18));
        assertThat(tokens.placeAfter(userStart)).isEqualTo(new Place("question", 0));
        assertThat(tokens.placeAfter(userStart + 1)).isEqualTo(new Place("question", 3));
        // Inside the value the place is where its tag begins.
        assertThat(tokens.placeAfter(userStart + 2)).isEqualTo(new Place("question", 4));
        assertThat(tokens.placeAfter(tokens.ids().size())).isEqualTo(new Place("question", 27));
    }

    @Test
    void requestsShareTokensExactlyAsFarAsTheirTextIsTheSame() {
        RequestTokens one = count(Map.of("word", "hello"));
        RequestTokens other = count(Map.of("word", "goodbye"));

        int shared = one.ids().commonPrefix(other.ids());
        assertThat(one.placeAfter(shared)).isEqualTo(new Place("question", 3));
    }

    @Test
    void toolsStandFirstAndAreExactInAProvenForm() {
        String json = "[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}}]";
        Prompt prompt = PROMPT.withBlocks(List.of(PROMPT.blocks().getFirst(), Block.of("tools", Role.TOOLS, Kind.STATIC,
                json)));

        RequestTokens tokens = new RequestCounter(TEXTS, Framing.plain()).count(Renderer.render(prompt,
                Row.empty()));

        assertThat(tokens.spans().getFirst().blockId()).isEqualTo("tools");
        assertThat(tokens.isExact()).isTrue();
    }

    @Test
    void toolsOfAnUnprovenFormMakeTheCountAnEstimate() {
        String json = "[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\","
                + "\"properties\":{\"a\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"number\"}]}}}}}]";
        Prompt prompt = PROMPT.withBlocks(List.of(PROMPT.blocks().getFirst(), Block.of("tools", Role.TOOLS, Kind.STATIC,
                json)));
        var counter = new RequestCounter(TEXTS, Framing.plain());

        assertThat(counter.count(Renderer.render(prompt, Row.empty())).isExact()).isFalse();
        assertThat(counter.count(Renderer.render(prompt, Row.empty())).band()).isEqualTo(Band.about(2));
    }
}
