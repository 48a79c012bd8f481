package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.SentBlock;
import java.util.ArrayList;
import java.util.List;

/// Where the blocks stand in a body, as JSON: for each its id, start, offset, length, and two signs.
public final class SentBlocks {

    private SentBlocks() {
    }

    /// @return empty for no blocks
    public static String write(List<SentBlock> blocks) {
        if (blocks.isEmpty()) {
            return "";
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (SentBlock block : blocks) {
            all.addArray().add(block.block()).add(block.start()).add(block.offset()).add(block.length())
                    .add(block.isQuoted() ? 1 : 0).add(block.isValue() ? 1 : 0);
        }
        return all.toString();
    }

    /// @param json as [#write] wrote it
    /// @throws dev.cachewright.prompt.text.InputException where it is not JSON
    public static List<SentBlock> read(String json) {
        var blocks = new ArrayList<SentBlock>();
        if (!json.isEmpty()) {
            for (JsonNode each : RawJson.tree(json)) {
                blocks.add(new SentBlock(each.path(0).asText(), each.path(1).asInt(), each.path(2).asInt(),
                        each.path(3).asInt(), each.path(4).asInt() == 1, each.path(5).asInt() == 1));
            }
        }
        return blocks;
    }
}
