package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.divergence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The parts of a body in the order in which a server puts them together, each as a readable text.
final class RequestParts {

    private static final List<String> TOOLS = List.of("/toolConfig/tools", "/tools", "/functions", "/mcp_servers");
    private static final List<String> SCHEMAS = List.of("/text/format", "/response_format", "/output_config/format",
            "/output_format");
    private static final List<String> INSTRUCTIONS = List.of("/instructions", "/system");
    private static final List<String> MESSAGES = List.of("/input", "/messages");
    private static final List<String> CONTENTS = List.of("content", "output");

    private final JsonNode body;
    private final List<Shown> shown = new ArrayList<>();

    private RequestParts(JsonNode body) {
        this.body = body;
    }

    /// @param path of the value that the text is of
    /// @param owner the element that holds it, as `{"type": "text", ...}`; the same where it is held by none
    /// @param isText whether that is a text, rather than other JSON
    record Shown(Part part, String path, String owner, String text, boolean isText) {

        boolean holds(String place) {
            return place.equals(owner) || place.startsWith(owner + "/");
        }
    }

    static List<Shown> of(JsonNode body) {
        return new RequestParts(body).all();
    }

    /// The part that a place of a body is in, else the one that is within that place.
    static Optional<Integer> indexOf(List<Shown> parts, String place) {
        int found = -1;
        for (int i = 0; i < parts.size(); i++) {
            boolean isNearer = found < 0 || parts.get(i).owner().length() > parts.get(found).owner().length();
            if (parts.get(i).holds(place) && isNearer) {
                found = i;
            }
        }
        for (int i = 0; i < parts.size() && found < 0; i++) {
            found = parts.get(i).path().startsWith(place + "/") ? i : found;
        }
        return found < 0 ? Optional.empty() : Optional.of(found);
    }

    static Optional<Part> partAt(JsonNode body, String place) {
        List<Shown> parts = of(body);
        return place.isEmpty() ? Optional.empty() : indexOf(parts, place).map(parts::get).map(Shown::part);
    }

    /// Whether a place is in what the model reads, rather than in a setting.
    static boolean isText(String place) {
        return Stream.of(TOOLS, SCHEMAS, INSTRUCTIONS, MESSAGES).flatMap(List::stream).anyMatch(place::startsWith);
    }

    private List<Shown> all() {
        TOOLS.forEach(path -> addTools(path, body.at(path)));
        SCHEMAS.stream().filter(path -> !body.at(path).isMissingNode())
                .forEach(path -> add(new Part(Part.Kind.SCHEMA, "", 0, ""), path, body.at(path)));
        for (String path : INSTRUCTIONS) {
            addContent(new Part(Part.Kind.INSTRUCTIONS, "system", 0, ""), path, body.at(path));
        }
        for (String path : MESSAGES) {
            JsonNode list = body.at(path);
            if (list.isArray()) {
                for (int i = 0; i < list.size(); i++) {
                    addMessage(path + "/" + i, list.get(i), i + 1);
                }
            } else {
                addContent(new Part(Part.Kind.MESSAGE, "user", 1, ""), path, list);
            }
        }
        return List.copyOf(shown);
    }

    private void addTools(String path, JsonNode tools) {
        for (int i = 0; i < tools.size(); i++) {
            add(Part.tool(ToolChange.nameOf(tools.get(i))), path + "/" + i, tools.get(i));
        }
    }

    private void addMessage(String path, JsonNode message, int number) {
        String role = message.path("role").asText("");
        String type = message.path("type").asText("");
        Optional<String> content = CONTENTS.stream().filter(name -> !message.path(name).isMissingNode()
                && !message.path(name).isNull()).findFirst();
        boolean isMessage = role.isEmpty() ? type.endsWith("_output") : true;
        if (!isMessage || content.isEmpty()) {
            add(new Part(Part.Kind.MESSAGE, role, number, type), path, message);
            return;
        }
        addContent(new Part(Part.Kind.MESSAGE, role, number, role.isEmpty() ? type : ""), path + "/" + content.get(),
                message.get(content.get()));
        for (String more : List.of("tool_calls", "function_call")) {
            if (!message.path(more).isMissingNode() && !message.path(more).isNull()) {
                add(new Part(Part.Kind.MESSAGE, role, number, more), path + "/" + more, message.get(more));
            }
        }
    }

    private void addContent(Part part, String path, JsonNode content) {
        if (!content.isArray()) {
            if (!content.isMissingNode() && !content.isNull()) {
                add(part, path, content);
            }
            return;
        }
        for (int i = 0; i < content.size(); i++) {
            JsonNode piece = content.get(i);
            String at = path + "/" + i;
            if (piece.path("text").isTextual()) {
                add(part, at + "/text", at, piece.get("text"));
            } else {
                add(new Part(part.kind(), part.role(), part.number(), piece.path("type").asText("")), at, piece);
            }
        }
    }

    private void add(Part part, String path, JsonNode value) {
        add(part, path, path, value);
    }

    private void add(Part part, String path, String owner, JsonNode value) {
        shown.add(new Shown(part, path, owner, value.isTextual() ? value.textValue() : value.toPrettyString(),
                value.isTextual()));
    }
}
