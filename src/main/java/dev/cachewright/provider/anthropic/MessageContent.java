package dev.cachewright.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The content blocks that the pieces of a streamed message are of, as the next request carries them.
final class MessageContent {

    /// Which field of a block grows by which field of its pieces.
    private static final Map<String, String> TEXTS = Map.of("text", "text", "thinking", "thinking", "signature",
            "signature");
    private static final String PARTIAL = "partial_json";
    private static final String CITATION = "citation";

    private final Map<Integer, Block> blocks = new TreeMap<>();

    /// @param json the block as it began
    void start(int index, String json) {
        blocks.put(index, new Block(RawJson.fields(json)));
    }

    void add(int index, JsonNode delta) {
        Block block = blocks.get(index);
        if (block != null) {
            block.add(delta);
        }
    }

    String json() {
        return blocks.values().stream().map(Block::json).collect(Collectors.joining(", ", "[", "]"));
    }

    /// One block as it grows.
    private static final class Block {

        private final SequencedMap<String, String> fields;
        private final Map<String, StringBuilder> texts = new TreeMap<>();
        private final StringBuilder input = new StringBuilder();
        private final List<String> citations = new ArrayList<>();

        Block(SequencedMap<String, String> fields) {
            this.fields = fields;
            TEXTS.values().forEach(name -> RawJson.text(fields.getOrDefault(name, "null"))
                    .ifPresent(text -> texts.put(name, new StringBuilder(text))));
        }

        void add(JsonNode delta) {
            TEXTS.forEach((from, to) -> {
                if (delta.path(from).isTextual()) {
                    texts.computeIfAbsent(to, _ -> new StringBuilder()).append(delta.path(from).textValue());
                }
            });
            input.append(delta.path(PARTIAL).asText(""));
            if (delta.path(CITATION).isObject()) {
                citations.add(delta.path(CITATION).toString());
            }
        }

        String json() {
            texts.forEach((name, text) -> fields.put(name, RawJson.quote(text.toString())));
            if (!input.isEmpty()) {
                fields.put("input", input.toString());
            }
            if (!citations.isEmpty()) {
                fields.put("citations", "[" + String.join(", ", citations) + "]");
            }
            return RawJson.object(fields);
        }
    }
}
