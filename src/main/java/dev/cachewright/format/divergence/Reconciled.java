package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// A later request written as the earlier one wrote it, where the two differ only in what is ignored.
///
/// So the next real difference is the first one that is left, and what comes before it are the very tokens of the
/// earlier request.
final class Reconciled {

    private final Set<Normalising> ignored;
    /// By the path of a text: where it stops to be the earlier one, and the same place in the text as it was.
    private final Map<String, Seam> seams = new HashMap<>();
    private final JsonNode tree;

    private record Seam(int here, int inBody) {
    }

    private Reconciled(JsonNode earlier, JsonNode later, Set<Normalising> ignored) {
        this.ignored = ignored;
        this.tree = ignored.isEmpty() ? later : of("", earlier, later);
    }

    static Reconciled of(JsonNode earlier, JsonNode later, Set<Normalising> ignored) {
        return new Reconciled(earlier, later, ignored);
    }

    JsonNode tree() {
        return tree;
    }

    /// The place in the later body of a character in the text at `path`.
    int offsetInBody(String path, int offset) {
        Seam seam = seams.getOrDefault(path, new Seam(0, 0));
        return offset >= seam.here() ? offset - seam.here() + seam.inBody() : offset;
    }

    private JsonNode of(String path, JsonNode a, JsonNode b) {
        if (a instanceof ObjectNode one && b instanceof ObjectNode other) {
            return ofObjects(path, one, other);
        }
        if (a instanceof ArrayNode one && b instanceof ArrayNode other) {
            ArrayNode list = other.arrayNode();
            for (int i = 0; i < other.size(); i++) {
                list.add(of(path + "/" + i, one.path(i), other.get(i)));
            }
            return list;
        }
        return a.isTextual() && b.isTextual() && !a.equals(b) ? ofTexts(path, a.textValue(), b.textValue()) : b;
    }

    private ObjectNode ofObjects(String path, ObjectNode a, ObjectNode b) {
        Set<String> names = new LinkedHashSet<>();
        if (ignored.contains(Normalising.KEY_ORDER)) {
            a.fieldNames().forEachRemaining(name -> {
                if (b.has(name)) {
                    names.add(name);
                }
            });
        }
        b.fieldNames().forEachRemaining(names::add);
        ObjectNode object = b.objectNode();
        names.forEach(name -> object.set(name,
                of(path + "/" + BodyDifference.pointer(name), a.path(name), b.get(name))));
        return object;
    }

    private JsonNode ofTexts(String path, String a, String b) {
        if (areSameJson(a, b)) {
            return TextNode.valueOf(a);
        }
        NormalText one = NormalText.of(a, ignored);
        NormalText other = NormalText.of(b, ignored);
        int same = one.commonPrefix(other);
        if (same == one.text().length() && same == other.text().length()) {
            seams.put(path, new Seam(a.length(), b.length()));
            return TextNode.valueOf(a);
        }
        var seam = new Seam(one.startOf(same), other.startOf(same));
        seams.put(path, seam);
        return TextNode.valueOf(a.substring(0, seam.here()) + b.substring(seam.inBody()));
    }

    /// Whether both are JSON objects, as the arguments of a call, that say the same but for what is ignored.
    private boolean areSameJson(String a, String b) {
        if (!RawJson.isObject(a) || !RawJson.isObject(b)) {
            return false;
        }
        try {
            JsonNode one = RawJson.tree(a);
            JsonNode other = RawJson.tree(b);
            boolean isSameOrder = one.toString().equals(other.toString());
            return ignored.contains(isSameOrder ? Normalising.WHITE_SPACE : Normalising.KEY_ORDER) && one.equals(other);
        } catch (InputException _) {
            return false;
        }
    }
}
