package dev.cachewright.token.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cachewright.prompt.Api;
import dev.cachewright.token.JtokkitTokenizer;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.ServerJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The calls of one turn, each followed from the one before it, against each prefix counted alone.
class ToolCallsTest {

    private static final Tokenizer TOKENIZER = new JtokkitTokenizer(Encoding.O200K_BASE);
    private static final List<String> PIECES = List.of("a", "12", " ", "\n", "é", "日", "\"", "\\", "{}", "[1,2]",
            "zzzz", "🙂");

    /// What comes before the calls: the signs of a call, and the name of the function that makes several.
    private static final int FRAME = 13;

    private static JsonNode call(Random random) {
        var value = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            value.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        var arguments = JsonNodeFactory.instance.objectNode().put("a", value.toString());
        return JsonNodeFactory.instance.objectNode().put("type", "function_call")
                .put("name", "f" + "_x".repeat(random.nextInt(3)))
                .put("arguments", random.nextInt(5) == 0 ? value.toString() : arguments.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 40})
    void eachOfSeveralIsWhatItAddsToThoseBeforeIt(int count) {
        var random = new Random(count);
        for (int trial = 0; trial < 20; trial++) {
            List<JsonNode> made = IntStream.range(0, count).mapToObj(_ -> call(random)).toList();
            List<Counted> several = new ToolCalls("gpt-4o", Api.CHAT, Framing.plain(), TOKENIZER,
                    PictureTokens.ofModel("gpt-4o", Api.CHAT)).several(made);

            assertThat(several.stream().map(Counted::size).toList()).isEqualTo(alone(made));
            int[] ids = several.stream().flatMapToInt(part -> Arrays.stream(part.tokens().toArray())).toArray();
            assertThat(Arrays.copyOfRange(ids, FRAME, ids.length))
                    .isEqualTo(TOKENIZER.encode(json(made) + "]}").toArray());
        }
    }

    /// What each call adds where every prefix is counted from its beginning.
    private static List<Integer> alone(List<JsonNode> made) {
        var sizes = new ArrayList<Integer>();
        int before = 0;
        for (int i = 1; i <= made.size(); i++) {
            int size = FRAME + TOKENIZER.count(json(made.subList(0, i)) + (i == made.size() ? "]}" : ""));
            sizes.add(size - before);
            before = size;
        }
        return sizes;
    }

    private static String json(List<JsonNode> made) {
        return made.stream().map(call -> "{\"recipient_name\":\"functions." + call.path("name").asText()
                + "\",\"parameters\":" + ServerJson.compact(call.path("arguments").asText()) + "}")
                .collect(Collectors.joining(",", "{\"tool_uses\":[", ""));
    }
}
