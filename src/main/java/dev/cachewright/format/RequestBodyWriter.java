package dev.cachewright.format;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Writes requests as the JSON bodies of Chat Completions, Responses and Messages.
///
/// What belongs to the prefix stands first, in the server's order, so that the cached part of a body is its beginning.
/// Tools and schemas keep their bytes where they have the form of the endpoint already.
public final class RequestBodyWriter {

    private final Request request;
    private final Api api;
    private final StringBuilder json = new StringBuilder("{");
    private final List<RequestBody.Run> runs = new ArrayList<>();

    private RequestBodyWriter(Request request) {
        this.request = request;
        this.api = request.settings().api();
    }

    /// The body of `request` for the endpoint of its settings.
    ///
    /// @param stream whether the answer is asked for as a stream, with its usage
    public static RequestBody write(Request request, boolean stream) {
        return new RequestBodyWriter(request).write(stream);
    }

    private RequestBody write(boolean stream) {
        Settings settings = request.settings();
        field("model", RawJson.quote(settings.model()));
        addTools();
        addSchema();
        addInstructions();
        name(api == Api.RESPONSES ? "input" : "messages");
        addMessages();
        SequencedMap<String, String> rest = new LinkedHashMap<>(ConfigFields.of(settings, api));
        addCacheFields(rest);
        if (stream) {
            rest.put("stream", "true");
            if (api == Api.CHAT) {
                rest.put("stream_options", "{\"include_usage\": true}");
            }
        }
        settings.extra().forEach(rest::putIfAbsent);
        rest.forEach(this::field);
        json.append("\n}");
        return new RequestBody(json.toString(), runs);
    }

    private void addTools() {
        request.messages().stream().filter(message -> message.role() == Role.TOOLS).findFirst().ifPresent(tools -> {
            name("tools");
            raw(tools.segments().getFirst(), ToolForms.of(tools.text(), api));
        });
    }

    private void addSchema() {
        request.messages().stream().filter(message -> message.role() == Role.SCHEMA).findFirst().ifPresent(schema -> {
            String format = SchemaForms.of(schema.text(), api);
            name(switch (api) {
                case CHAT -> "response_format";
                case RESPONSES -> "text";
                case MESSAGES -> "output_config";
            });
            raw(schema.segments().getFirst(), format);
        });
    }

    private void addInstructions() {
        List<Message> instructions = request.conversation().stream().filter(this::isInstructions).toList();
        if (instructions.isEmpty()) {
            return;
        }
        name(api == Api.RESPONSES ? "instructions" : "system");
        if (api == Api.MESSAGES && instructions.stream().anyMatch(RequestBodyWriter::isInParts)) {
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

    private static boolean isInParts(Message message) {
        return message.form() == Form.ITEM || message.form() == Form.PART;
    }

    private void addInstructionParts(List<Message> instructions) {
        json.append('[');
        for (int i = 0; i < instructions.size(); i++) {
            json.append(i == 0 ? "" : ", ");
            Message message = instructions.get(i);
            if (message.form() == Form.ITEM) {
                message.segments().forEach(segment -> raw(segment, segment.text()));
            } else {
                addParts(message);
            }
        }
        json.append(']');
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
        if (message.form() == Form.ITEM) {
            for (Segment segment : message.segments()) {
                raw(segment, segment.text());
            }
            return;
        }
        json.append("{\"role\": ").append(RawJson.quote(message.role().word())).append(", \"content\": ");
        if (message.form() == Form.PART) {
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
        String block = null;
        for (Segment segment : message.segments()) {
            if (!segment.blockId().equals(block)) {
                json.append(block == null ? "" : "\"}, ");
                json.append("{\"type\": \"").append(type).append("\", \"text\": \"");
                block = segment.blockId();
            }
            quoted(segment);
        }
        json.append("\"}");
    }

    private void addCacheFields(SequencedMap<String, String> rest) {
        var cache = request.settings().cache();
        if (api != Api.MESSAGES && !cache.key().isEmpty()) {
            rest.put("prompt_cache_key", RawJson.quote(cache.key()));
        }
        if (api != Api.MESSAGES && !cache.retention().isEmpty()) {
            rest.put("prompt_cache_retention", RawJson.quote(cache.retention()));
        }
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
        json.append(json.length() == 1 ? "\n  " : ",\n  ").append(RawJson.quote(name)).append(": ");
    }
}
