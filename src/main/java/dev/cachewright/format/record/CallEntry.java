package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.Call;
import dev.cachewright.session.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A call without its bodies as one JSON object, for the index of a store. Counts stand as they were read when the call
/// ended, with the server's own words beside them: what a body ruled out then stays so without it.
public final class CallEntry {

    private static final String UNREADABLE = "unreadable";
    private static final String FIRST = "first";
    private static final String RAW = "raw";

    private CallEntry() {
    }

    /// The entry of a call.
    public static String write(Call call) {
        var entry = new LinkedHashMap<>(CallFields.head(call));
        entry.put("counts", usage(call.measurement().usage()).toString());
        entry.putAll(CallFields.tail(call, new LinkedHashMap<>()));
        return RawJson.object(entry);
    }

    /// The call of an entry that [#write] wrote.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where it is not such an entry
    public static Call read(String entry) {
        JsonNode node = RawJson.tree(entry);
        return CallFields.read(node, readUsage(node.path("counts")));
    }

    private static ObjectNode usage(Usage usage) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "input", usage.input());
        put(node, "cached", usage.cached());
        put(node, "written", usage.written());
        put(node, "longWritten", usage.longWritten());
        put(node, "output", usage.output());
        if (!usage.raw().isEmpty()) {
            node.put(RAW, usage.raw());
        }
        usage.unreadable().forEach(node.withArray(UNREADABLE)::add);
        usage.first().ifPresent(first -> node.set(FIRST, usage(first)));
        return node;
    }

    private static void put(ObjectNode node, String name, OptionalLong count) {
        count.ifPresent(known -> node.put(name, known));
    }

    private static Usage readUsage(JsonNode node) {
        List<String> unreadable = new ArrayList<>();
        node.path(UNREADABLE).forEach(each -> unreadable.add(each.asText()));
        return new Usage(count(node, "input"), count(node, "cached"), count(node, "written"),
                count(node, "longWritten"), count(node, "output"), node.path(RAW).asText(""), unreadable,
                node.has(FIRST) ? Optional.of(readUsage(node.get(FIRST))) : Optional.empty());
    }

    private static OptionalLong count(JsonNode node, String name) {
        return node.path(name).isIntegralNumber() ? OptionalLong.of(node.get(name).longValue()) : OptionalLong.empty();
    }
}
