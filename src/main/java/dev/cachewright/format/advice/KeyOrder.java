package dev.cachewright.format.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The order of keys in JSON, which says nothing to a reader and everything to a cache.
///
/// Keys and the names in `required` are sorted; lists whose order has a meaning (`enum`, `oneOf`, `anyOf`, `allOf`,
/// `prefixItems`, `examples`, values) stay as they are.
final class KeyOrder {

    private static final String REQUIRED = "required";

    private KeyOrder() {
    }

    /// The same JSON with its keys in order, on several lines where it was; the same text where it is no JSON.
    static String canonical(String json) {
        try {
            JsonNode sorted = sorted(RawJson.tree(json));
            return json.strip().contains("\n") ? sorted.toPrettyString() : sorted.toString();
        } catch (InputException _) {
            return json;
        }
    }

    /// Whether two texts are the same JSON but for the order of keys, and not the same text.
    static boolean isAllThatDiffers(String one, String other) {
        try {
            JsonNode first = RawJson.tree(one);
            JsonNode second = RawJson.tree(other);
            return !first.toString().equals(second.toString()) && sorted(first).equals(sorted(second));
        } catch (InputException _) {
            return false;
        }
    }

    /// Whether objects of the same keys within one text have them in different orders: it was written from a map without
    /// an order.
    static boolean isMixed(String json) {
        try {
            Map<Set<String>, List<String>> orders = new HashMap<>();
            return isMixed(RawJson.tree(json), orders);
        } catch (InputException _) {
            return false;
        }
    }

    private static boolean isMixed(JsonNode node, Map<Set<String>, List<String>> orders) {
        if (node.isObject() && node.size() > 1) {
            List<String> keys = new ArrayList<>();
            node.fieldNames().forEachRemaining(keys::add);
            List<String> known = orders.putIfAbsent(Set.copyOf(keys), keys);
            if (known != null && !known.equals(keys)) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (isMixed(child, orders)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, JsonNode>();
            node.properties().forEach(field -> fields.put(field.getKey(),
                    field.getKey().equals(REQUIRED) ? sortedNames(field.getValue()) : sorted(field.getValue())));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node;
    }

    private static JsonNode sortedNames(JsonNode names) {
        List<JsonNode> list = new ArrayList<>();
        names.forEach(list::add);
        if (!names.isArray() || !list.stream().allMatch(JsonNode::isTextual)) {
            return sorted(names);
        }
        list.sort(Comparator.comparing(JsonNode::asText));
        return JsonNodeFactory.instance.arrayNode().addAll(list);
    }
}
