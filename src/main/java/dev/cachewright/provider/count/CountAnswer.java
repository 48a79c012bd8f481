package dev.cachewright.provider.count;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.token.encoding.TokenList;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads what the endpoints answer. Leniently: what is not looked for does not matter, and an answer without a count is
/// none.
final class CountAnswer {

    private CountAnswer() {
    }

    /// The count in an answer to the last question of its way.
    static Optional<ServerCount> read(CountWay way, String json) {
        JsonNode root = tree(json);
        return switch (way) {
            case INPUT_TOKENS, COUNT_TOKENS -> number(root.path("input_tokens")).stream().boxed().findFirst()
                    .map(tokens -> ServerCount.number(tokens, way));
            case LLAMA_CPP -> ids(root.path("tokens")).map(ids -> ServerCount.of(ids, way));
            case VLLM -> number(root.path("count")).stream().boxed().findFirst()
                    .map(count -> ids(root.path("tokens")).filter(ids -> ids.size() == count)
                            .map(ids -> ServerCount.of(ids, way)).orElseGet(() -> ServerCount.number(count, way)));
        };
    }

    /// The text that a template made of a chat.
    static Optional<String> prompt(String json) {
        return Optional.of(tree(json).path("prompt")).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static JsonNode tree(String json) {
        try {
            return RawJson.tree(json);
        } catch (InputException _) {
            return RawJson.tree("null");
        }
    }

    private static OptionalInt number(JsonNode node) {
        return node.isNumber() && node.canConvertToInt() && node.canConvertToExactIntegral() && node.intValue() >= 0
                ? OptionalInt.of(node.intValue())
                : OptionalInt.empty();
    }

    /// Ids alone, or each as the `id` of an object beside its text.
    private static Optional<TokenList> ids(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            return Optional.empty();
        }
        var ids = new TokenList.Builder(list.size());
        for (JsonNode element : list) {
            OptionalInt id = number(element.isObject() ? element.path("id") : element);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            ids.add(id.getAsInt());
        }
        return Optional.of(ids.build());
    }
}
