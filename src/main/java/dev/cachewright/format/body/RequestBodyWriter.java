package dev.cachewright.format.body;

import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.ItemPart;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// Writes requests as the JSON bodies of Chat Completions, Responses and Messages.
///
/// What belongs to the prefix comes first, in the server's order, so that the cached part of a body is its beginning.
/// Tools and schemas keep their bytes where they have the form of the endpoint already. What is written is the
/// request as it is sent: what the provider refuses was left out before.
public final class RequestBodyWriter {

    private final Request request;
    private final Api api;
    private final MarkForm form;
    private final CacheFields cache;
    private final StringBuilder json = new StringBuilder("{");
    private final List<RequestBody.Run> runs = new ArrayList<>();
    private final Set<String> written = new HashSet<>();

    private RequestBodyWriter(Request request) {
        this.request = request;
        this.api = request.settings().api();
        this.form = MarkForm.of(request.settings());
        this.cache = new CacheFields(request);
    }

    /// The body of a request for the endpoint of its settings.
    ///
    /// @param stream whether the answer is asked for as a stream, with its usage
    public static RequestBody write(SentRequest sent, boolean stream) {
        return new RequestBodyWriter(sent.request()).write(stream);
    }

    private RequestBody write(boolean stream) {
        SequencedMap<String, String> rest = rest(stream);
        field("model", RawJson.quote(request.settings().model()));
        addTools();
        addSchema(rest);
        addInstructions();
        name(api == Api.RESPONSES ? "input" : "messages");
        addMessages();
        rest.keySet().removeAll(written);
        rest.forEach(this::field);
        json.append("\n}");
        return new RequestBody(json.toString(), runs);
    }

    /// The fields that are not made of blocks.
    private SequencedMap<String, String> rest(boolean stream) {
        Settings settings = request.settings();
        SequencedMap<String, String> rest = new LinkedHashMap<>(ConfigFields.of(settings, api));
        rest.putAll(cache.ofRequest());
        if (stream) {
            rest.put("stream", "true");
            if (api == Api.CHAT) {
                rest.put("stream_options", "{\"include_usage\": true}");
            }
        }
        settings.extra().forEach((name, value) -> {
            if (!name.equals(CacheFields.OPTIONS)) {
                rest.putIfAbsent(name, value);
            }
        });
        return rest;
    }

    private void addTools() {
        request.messages().stream().filter(message -> message.role() == Role.TOOLS).findFirst().ifPresent(tools -> {
            name("tools");
            Segment segment = tools.segments().getFirst();
            String inForm = ToolForms.of(tools.text(), api, form);
            raw(segment, form == MarkForm.CACHE_CONTROL
                    ? CacheMarks.withLast(inForm, form, cache.marker(segment.blockId()))
                    : inForm);
        });
    }

    /// @param rest the fields that may have more beside the schema
    private void addSchema(SequencedMap<String, String> rest) {
        request.messages().stream().filter(message -> message.role() == Role.SCHEMA).findFirst().ifPresent(schema -> {
            String field = SchemaForms.field(api);
            name(field);
            raw(schema.segments().getFirst(), SchemaForms.of(schema.text(), api, rest.getOrDefault(field, "")));
        });
    }

    private void addInstructions() {
        List<Message> instructions = request.conversation().stream().filter(this::isInstructions).toList();
        if (instructions.isEmpty()) {
            return;
        }
        name(api == Api.RESPONSES ? "instructions" : "system");
        if (api == Api.MESSAGES && instructions.stream().anyMatch(this::isInParts)) {
            addInstructionParts(instructions);
            return;
        }
        json.append('"');
        for (int i = 0; i < instructions.size(); i++) {
            json.append(i == 0 ? "" : "\\n\\n");
            instructions.get(i).segments().forEach(this::quoted);
        }
        json.append('"');
    }

    private boolean isInParts(Message message) {
        return message.form() == Form.ITEM || message.form() == Form.PART
                || message.segments().stream().anyMatch(segment -> cache.marker(segment.blockId()).isPresent());
    }

    private void addInstructionParts(List<Message> instructions) {
        json.append('[');
        for (int i = 0; i < instructions.size(); i++) {
            json.append(i == 0 ? "" : ", ");
            Message message = instructions.get(i);
            if (message.form() == Form.ITEM) {
                addItem(message, CacheMarks.withPart(message.text(), form, markerOf(message)));
            } else {
                addParts(message);
            }
        }
        json.append(']');
    }

    /// An item of several blocks, with the marker of each on its last part.
    private void addParts(Message message, List<ItemPart> parts) {
        String text = message.text();
        var marked = new StringBuilder();
        int from = 0;
        var shifts = new TreeMap<Integer, Integer>();
        for (ItemPart part : parts) {
            Optional<String> marker = part.isLastOfBlock() ? cache.marker(part.blockId()) : Optional.empty();
            marked.append(text, from, part.end());
            marker.ifPresent(value -> marked.append(", ").append(RawJson.quote(form.field())).append(": ").append(
                    value));
            from = part.end();
            shifts.put(from, marked.length() - from);
        }
        marked.append(text, from, text.length());
        int offset = 0;
        for (Segment segment : message.segments()) {
            int shift = Optional.ofNullable(shifts.lowerEntry(offset)).map(Map.Entry::getValue).orElse(0);
            runs.add(new RequestBody.Run(segment, json.length() + offset + shift, false));
            offset += segment.length();
        }
        json.append(marked);
    }

    /// An item unchanged except for its marker.
    private void addItem(Message message, String marked) {
        String text = message.text();
        int same = 0;
        while (same < Math.min(text.length(), marked.length()) && text.charAt(same) == marked.charAt(same)) {
            same++;
        }
        int offset = 0;
        for (Segment segment : message.segments()) {
            int shift = offset > same ? marked.length() - text.length() : 0;
            runs.add(new RequestBody.Run(segment, json.length() + offset + shift, false));
            offset += segment.length();
        }
        json.append(marked);
    }

    private Optional<String> markerOf(Message message) {
        return cache.marker(message.segments().getLast().blockId());
    }

    private boolean isInstructions(Message message) {
        return switch (api) {
            case CHAT -> false;
            case RESPONSES -> message.form() == Form.INSTRUCTIONS;
            case MESSAGES -> message.role().isInstruction();
        };
    }

    private void addMessages() {
        json.append('[');
        List<Message> messages = request.conversation().stream().filter(message -> !isInstructions(message)).toList();
        for (int i = 0; i < messages.size(); i++) {
            json.append(i == 0 ? "\n    " : ",\n    ");
            addMessage(messages.get(i));
        }
        json.append("\n  ]");
    }

    private void addMessage(Message message) {
        List<ItemPart> several = ItemPart.of(message);
        if (!several.isEmpty()) {
            addParts(message, several);
            return;
        }
        if (message.form() == Form.ITEM) {
            addItem(message, CacheMarks.withItem(message.text(), form, api, markerOf(message)));
            return;
        }
        json.append("{\"role\": ").append(RawJson.quote(message.role().word())).append(", \"content\": ");
        if (isInParts(message)) {
            json.append('[');
            addParts(message);
            json.append(']');
        } else {
            json.append('"');
            message.segments().forEach(this::quoted);
            json.append('"');
        }
        json.append('}');
    }

    private void addParts(Message message) {
        String type = api != Api.RESPONSES ? "text" : message.role() == Role.ASSISTANT ? "output_text" : "input_text";
        boolean isFirst = true;
        for (List<Segment> part : parts(message)) {
            json.append(isFirst ? "" : ", ").append("{\"type\": \"").append(type).append("\", \"text\": \"");
            part.forEach(this::quoted);
            json.append('"');
            cache.marker(part.getLast().blockId()).ifPresent(marker -> json.append(", ")
                    .append(RawJson.quote(form.field())).append(": ").append(marker));
            json.append('}');
            isFirst = false;
        }
    }

    /// One part a block where the message is in parts; else the text, cut after each marked block.
    private List<List<Segment>> parts(Message message) {
        var parts = new ArrayList<List<Segment>>();
        String block = null;
        for (Segment segment : message.segments()) {
            boolean isNext = block == null || !segment.blockId().equals(block)
                    && (message.form() == Form.PART || cache.marker(block).isPresent());
            if (isNext) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(segment);
            block = segment.blockId();
        }
        if (message.form() != Form.PART && parts.size() > 1) {
            // Values may leave nothing after the last marker, and providers refuse parts without text.
            parts.removeIf(part -> part.stream().allMatch(segment -> segment.length() == 0)
                    && cache.marker(part.getLast().blockId()).isEmpty());
        }
        return parts;
    }

    private void quoted(Segment segment) {
        runs.add(new RequestBody.Run(segment, json.length(), true));
        String quoted = RawJson.quote(segment.text());
        json.append(quoted, 1, quoted.length() - 1);
    }

    private void raw(Segment segment, String value) {
        runs.add(new RequestBody.Run(segment, json.length(), false));
        json.append(value);
    }

    private void field(String name, String value) {
        name(name);
        json.append(value);
    }

    private void name(String name) {
        written.add(name);
        json.append(json.length() == 1 ? "\n  " : ",\n  ").append(RawJson.quote(name)).append(": ");
    }
}
