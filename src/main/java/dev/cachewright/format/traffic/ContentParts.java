package dev.cachewright.format.traffic;

import com.fasterxml.jackson.core.JsonToken;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the parts of one field of a request body.
///
/// @param path of the field
record ContentParts(ShapeBuilder parts, RequestJson json, String path) {

    private static final Set<String> MARKS = Set.of("cache_control", "prompt_cache_breakpoint");
    private static final Pattern DATA = Pattern.compile("\"(?:image_url|source|image|input_audio|file|document)\"");
    /// What a picture or a file counts roughly: servers report their own.
    private static final int DATA_TOKENS = 800;
    private static final int LONG_DATA = 2_000;

    /// A value that is read: its text, where it is text alone, and its breakpoint.
    private record Value(PartText text, boolean isData, Optional<String> mark) {

        private Value with(Optional<String> other) {
            return new Value(text, isData, other);
        }
    }

    void tools() throws IOException {
        if (!json.isAt(JsonToken.START_ARRAY)) {
            json.parser().skipChildren();
            return;
        }
        for (int i = 0; json.parser().nextToken() != JsonToken.END_ARRAY; i++) {
            add(Role.TOOLS, path + "/" + i, 0, part());
        }
    }

    void schema(String raw) {
        add(Role.SCHEMA, path, 0, new Value(PartText.ofJson(raw), false, Optional.empty()));
    }

    /// A text, or a list of parts.
    void content(Role role) throws IOException {
        content(role, path, 0);
    }

    private void content(Role role, String place, int group) throws IOException {
        List<Value> values = values();
        for (int i = 0; i < values.size(); i++) {
            add(role, values.size() == 1 ? place : place + "/" + i, group, values.get(i));
        }
    }

    /// The values of a content: one text, or the parts of a list.
    private List<Value> values() throws IOException {
        var values = new ArrayList<Value>();
        if (json.isAt(JsonToken.VALUE_STRING)) {
            values.add(text());
        } else if (json.isAt(JsonToken.START_ARRAY)) {
            while (json.parser().nextToken() != JsonToken.END_ARRAY) {
                values.add(part());
            }
        } else if (!json.isAt(JsonToken.VALUE_NULL)) {
            values.add(part());
        }
        return values;
    }

    private Value text() throws IOException {
        return new Value(json.text(), false, Optional.empty());
    }

    /// A part of a content: its text where it has one, else all of it. A breakpoint is not part of the text.
    private Value part() throws IOException {
        if (json.isAt(JsonToken.VALUE_STRING)) {
            return text();
        }
        return json.isAt(JsonToken.START_OBJECT) ? object() : plain(json.json());
    }

    private Value object() throws IOException {
        int from = json.offset();
        Optional<PartText> text = Optional.empty();
        Optional<String> mark = Optional.empty();
        boolean isText = true;
        int markFrom = from;
        int markTo = from;
        while (json.parser().nextToken() == JsonToken.FIELD_NAME) {
            String name = json.parser().currentName();
            int field = json.offset();
            json.parser().nextToken();
            if (MARKS.contains(name)) {
                mark = mark(json.slice());
                markFrom = field;
                markTo = json.offset() + 1;
            } else if (name.equals("text") && json.isAt(JsonToken.VALUE_STRING)) {
                text = Optional.of(text().text());
            } else if (name.equals("type")) {
                isText = json.parser().getText().endsWith("text");
            } else {
                json.parser().skipChildren();
            }
        }
        return text.isPresent() && isText
                ? new Value(text.get(), false, mark)
                : plain(without(from, markFrom, markTo)).with(mark);
    }

    /// The object that the parser is at the end of, without its breakpoint.
    private PartText.Unread without(int from, int markFrom, int markTo) {
        int to = json.offset() + 1;
        return markFrom == from
                ? json.json(from, to)
                : PartText.ofJson(json.slice(from, markFrom) + json.slice(markTo, to));
    }

    private static Value plain(PartText.Unread raw) {
        return new Value(raw, isData(raw), Optional.empty());
    }

    /// The lifetime that a breakpoint asks for, empty for the default one; no value where it is none.
    private static Optional<String> mark(String raw) {
        return raw.startsWith("{") ? Optional.of(RawJson.tree(raw).path("ttl").asText("")) : Optional.empty();
    }

    private static boolean isData(PartText.Unread raw) {
        return raw.length() > LONG_DATA && DATA.matcher(raw.beginning()).find();
    }

    void messages() throws IOException {
        if (json.isAt(JsonToken.VALUE_STRING)) {
            add(Role.USER, path, 0, text());
            return;
        }
        if (!json.isAt(JsonToken.START_ARRAY)) {
            json.parser().skipChildren();
            return;
        }
        for (int i = 0; json.parser().nextToken() != JsonToken.END_ARRAY; i++) {
            if (json.isAt(JsonToken.START_OBJECT)) {
                message(path + "/" + i, i);
            } else {
                content(Role.USER, path + "/" + i, i);
            }
        }
    }

    private void message(String place, int group) throws IOException {
        Role role = Role.USER;
        var content = new ArrayList<Value>();
        var others = new ArrayList<Value>();
        var names = new ArrayList<String>();
        while (json.parser().nextToken() == JsonToken.FIELD_NAME) {
            String name = json.parser().currentName();
            json.parser().nextToken();
            switch (name) {
                case "role" -> role = Role.of(json.parser().getText()).orElse(Role.USER);
                case "content" -> content.addAll(values());
                case "status", "id" -> json.parser().skipChildren();
                case "type" -> {
                    if (!json.parser().getText().equals("message")) {
                        role = json.parser().getText().endsWith("output") ? Role.TOOL : Role.ASSISTANT;
                    }
                }
                default -> {
                    names.add(name);
                    others.add(plain(json.json()));
                }
            }
        }
        for (int i = 0; i < content.size(); i++) {
            add(role, place + "/content" + (content.size() == 1 ? "" : "/" + i), group, content.get(i));
        }
        for (int i = 0; i < others.size(); i++) {
            add(role, place + "/" + names.get(i), group, others.get(i));
        }
    }

    private void add(Role role, String place, int group, Value value) {
        if (value.isData()) {
            parts.trait("images");
        }
        parts.add(new ShapeBuilder.Read(role, place, group, value.text(), value.isData() ? DATA_TOKENS : 0,
                value.mark()));
    }
}
