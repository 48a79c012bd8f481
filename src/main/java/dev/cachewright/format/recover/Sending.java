package dev.cachewright.format.recover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/// What of a body depends on who sends it, and means the same to the server.
final class Sending {

    /// Who sends a prompt decides how its answer comes.
    static final String MODEL = "model";
    static final Set<String> FIELDS = Set.of("stream", "stream_options");
    private static final String INPUT = "input";
    private static final Set<String> LISTS = Set.of("system", "tools");

    private Sending() {
    }

    /// The body with one form for what means the same: no fields without a value, an input as a list.
    static ObjectNode plain(ObjectNode body, Set<String> without) {
        ObjectNode plain = body.objectNode();
        body.properties().forEach(field -> {
            if (!without.contains(field.getKey()) && !isNothing(field.getKey(), field.getValue())) {
                plain.set(field.getKey(), field.getValue());
            }
        });
        JsonNode input = plain.path(INPUT);
        if (input.isTextual()) {
            plain.putArray(INPUT).addObject().put("role", "user").set("content", input);
        } else if (input.isArray()) {
            ArrayNode items = plain.putArray(INPUT);
            input.forEach(item -> items.add(plainItem(item)));
        }
        return plain;
    }

    /// What has a role is a message.
    private static JsonNode plainItem(JsonNode item) {
        boolean isSaid = item.hasNonNull("role") && item.path("type").asText().equals("message");
        return isSaid ? item.<ObjectNode>deepCopy().without("type") : item;
    }

    /// Whether bodies have what is written in another form that means the same.
    static boolean isOtherwise(List<ReadCall> calls) {
        return calls.stream().anyMatch(call -> call.tree() instanceof ObjectNode body && !body.equals(plain(body,
                Set.of())));
    }

    private static boolean isNothing(String name, JsonNode value) {
        return value.isNull() || LISTS.contains(name) && value.isArray() && value.isEmpty();
    }
}
