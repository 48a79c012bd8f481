package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.token.request.Parting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where two request bodies diverge, in the order in which a server assembles a prompt: model, tools, output schema,
/// settings that belong to the prefix, then instructions and messages.
///
/// Fields that are not part of the prompt, like the tool choice or metadata, make no difference.
///
/// @param reason in the vendors' own words
/// @param path JSON pointer to the value that differs; in the body that has it
/// @param offset of the first character that differs within that value, in UTF-16 units
/// @param a the word there in the first body; empty where there is none
/// @param b the same of the second body
record BodyDifference(String reason, String path, int offset, String a, String b) {

    private static final Pattern IN_ORDER = Pattern.compile("/(?:toolConfig/tools|tools|functions|text/format|"
            + "response_format|output_config/format|output_format)(?:/|$)");
    private static final String CACHE_POINT = "cachePoint";
    private static final BodyDifference NONE = new BodyDifference("identical", "", 0, "", "");

    /// @throws dev.cachewright.prompt.text.InputException where a text is not JSON
    static BodyDifference of(String one, String other) {
        return ofPlain(PlainBody.of(RawJson.tree(one)), PlainBody.of(RawJson.tree(other)));
    }

    /// The same of two bodies without what no server makes part of the prompt.
    static BodyDifference ofPlain(JsonNode a, JsonNode b) {
        return in(a, b).findFirst().orElse(NONE);
    }

    /// The first difference of each part in which they differ, in the order of the server.
    static Stream<BodyDifference> in(JsonNode a, JsonNode b) {
        return BodyPart.of(a, b).filter(part -> !part.isUsual(a.at(part.path())) || !part.isUsual(b.at(part.path())))
                .flatMap(part -> between(part.reason(), part.path(), a.at(part.path()), b.at(part.path())).stream());
    }

    boolean isNone() {
        return reason.equals(NONE.reason);
    }

    private static Optional<BodyDifference> between(String reason, String path, JsonNode a, JsonNode b) {
        if (a.toString().equals(b.toString())) {
            return Optional.empty();
        }
        if (a.isObject() && b.isObject() && IN_ORDER.matcher(path).lookingAt()) {
            return betweenOrdered(reason, path, a, b);
        }
        if (a.isObject() && b.isObject()) {
            Set<String> names = new LinkedHashSet<>(namesOf(a));
            names.addAll(namesOf(b));
            return names.stream()
                    .flatMap(name -> between(reason, path + "/" + pointer(name), a.path(name), b.path(name)).stream())
                    .findFirst()
                    // The same fields in another order.
                    .or(() -> PlainBody.isLoose(a) && PlainBody.isLoose(b) || namesOf(a).equals(namesOf(b))
                            ? Optional.empty()
                            : Optional.of(at(reason, path, a.toString(), b.toString())));
        }
        if (a.isTextual() != b.isTextual() && a.isArray() != b.isArray()) {
            return betweenForms(reason, path, a, b);
        }
        if (a.isArray() && b.isArray()) {
            return betweenLists(reason, path, a, b);
        }
        return Optional.of(at(reason, path, text(a), text(b)));
    }

    /// Where two objects differ whose server shows their fields in their order.
    private static Optional<BodyDifference> betweenOrdered(String reason, String path, JsonNode a, JsonNode b) {
        List<String> ofA = namesOf(a);
        List<String> ofB = namesOf(b);
        for (int i = 0; i < Math.max(ofA.size(), ofB.size()); i++) {
            String one = i < ofA.size() ? ofA.get(i) : "";
            String other = i < ofB.size() ? ofB.get(i) : "";
            if (!one.equals(other) && a.has(other) && b.has(one)) {
                return Optional.of(at(reason, path, a.toString(), b.toString()));
            }
            String name = one.isEmpty() || a.has(one) && !b.has(one) ? one.isEmpty() ? other : one
                    : a.has(other) ? one : other;
            Optional<BodyDifference> found = between(reason, path + "/" + pointer(name), a.path(name), b.path(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<String> namesOf(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Optional<BodyDifference> betweenLists(String reason, String path, JsonNode a, JsonNode b) {
        List<Integer> ofA = indices(a);
        List<Integer> ofB = indices(b);
        for (int i = 0; i < Math.max(ofA.size(), ofB.size()); i++) {
            JsonNode one = i < ofA.size() ? a.path(ofA.get(i)) : a.path(a.size());
            JsonNode other = i < ofB.size() ? b.path(ofB.get(i)) : b.path(b.size());
            int index = i < ofB.size() ? ofB.get(i) : ofA.get(i);
            Optional<BodyDifference> found = between(reason, path + "/" + index, one, other);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Where the elements are that a server reads; a breakpoint of Converse is an element of its own.
    private static List<Integer> indices(JsonNode list) {
        return IntStream.range(0, list.size()).filter(i -> !list.get(i).has(CACHE_POINT)).boxed()
                .toList();
    }

    /// A text, and a list that may be the same.
    private static Optional<BodyDifference> betweenForms(String reason, String path, JsonNode a, JsonNode b) {
        if (path.equals("/input")) {
            return between(reason, path, a.isTextual() ? PlainBody.message(a) : a,
                    b.isTextual() ? PlainBody.message(b) : b);
        }
        JsonNode one = PlainBody.oneText(a);
        JsonNode other = PlainBody.oneText(b);
        return one.equals(other) ? Optional.empty() : Optional.of(at(reason, path, text(one), text(other)));
    }

    static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String text(JsonNode node) {
        return node.isMissingNode() ? "" : node.isTextual() ? node.asText() : node.toString();
    }

    private static BodyDifference at(String reason, String path, String a, String b) {
        int offset = 0;
        while (offset < Math.min(a.length(), b.length()) && a.charAt(offset) == b.charAt(offset)) {
            offset++;
        }
        return new BodyDifference(reason, path, offset, Parting.wordAt(a, offset), Parting.wordAt(b, offset));
    }
}
