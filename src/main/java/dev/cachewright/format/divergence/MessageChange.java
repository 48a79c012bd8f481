package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.divergence.Cause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// What became of a list of messages at the first one that differs.
final class MessageChange {

    private static final Set<String> INSTRUCTIONS = Set.of("system", "developer");
    /// So many messages that were replaced by fewer than half of them were summed up.
    private static final int MANY = 4;

    private final List<String> before;
    private final List<String> now;
    private final JsonNode earlier;
    private final int index;

    private MessageChange(JsonNode earlier, JsonNode later, int index) {
        this.earlier = earlier;
        this.index = index;
        this.before = texts(earlier);
        this.now = texts(later);
    }

    /// @param index of the first message that differs
    static Optional<Cause> of(JsonNode earlier, JsonNode later, int index) {
        return new MessageChange(earlier, later, index).cause();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(MessageChange::withoutMarkers).toList();
    }

    private static String withoutMarkers(JsonNode message) {
        JsonNode copy = message.deepCopy();
        for (MarkForm form : MarkForm.values()) {
            copy.findParents(form.field()).forEach(parent -> ((ObjectNode) parent).remove(form.field()));
        }
        return copy.toString();
    }

    private Optional<Cause> cause() {
        if (index >= before.size() || index >= now.size()) {
            return Optional.empty();
        }
        int dropped = next(before, now.get(index)) - index;
        if (dropped > 0) {
            return Optional.of(new Cause(Cause.Kind.ITEM_DROPPED, number(index), String.valueOf(dropped), ""));
        }
        int inserted = next(now, before.get(index)) - index;
        if (inserted > 0) {
            return Optional.of(new Cause(Cause.Kind.ITEM_INSERTED, number(index), "", String.valueOf(inserted)));
        }
        if (isCompacted()) {
            return Optional.of(new Cause(Cause.Kind.COMPACTED, number(index),
                    String.valueOf(before.size() - index), String.valueOf(now.size() - index)));
        }
        return isHistory() ? Optional.of(new Cause(Cause.Kind.HISTORY_EDITED, number(index), "", ""))
                : Optional.empty();
    }

    private static String number(int index) {
        return String.valueOf(index + 1);
    }

    /// Where a message stands after the first one that differs; -1 where it does not.
    private int next(List<String> list, String message) {
        int at = list.subList(index + 1, list.size()).indexOf(message);
        return at < 0 ? -1 : index + 1 + at;
    }

    /// Whether one message stands for several: what follows it followed these, or little is left of many.
    private boolean isCompacted() {
        if (!isHistory()) {
            return false;
        }
        if (index + 1 < now.size()) {
            int follows = next(before, now.get(index + 1));
            if (follows > 0) {
                return follows > index + 1;
            }
        }
        int old = before.size() - index;
        return old >= MANY && (now.size() - index) * 2 <= old;
    }

    /// Whether it is no instruction, and not the last message: that one asks something else each time.
    private boolean isHistory() {
        return index < before.size() - 1 && !INSTRUCTIONS.contains(earlier.path(index).path("role").asText(""));
    }
}
