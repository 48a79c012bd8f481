package dev.cachewright.run;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// Gives requests another beginning: those of control calls, as long as those that are measured, so that a server which is
/// warm and has no cache answers both alike; and those of each arm of an experiment, so that none reads what another has
/// stored.
public final class ControlArm {

    private static final String BLOCK = "control";
    private static final String DESCRIPTION = "description";
    /// Where the description of a tool or schema is, outermost first: in the forms of Chat Completions and Responses.
    private static final List<String> WRAPPERS = List.of("function", "json_schema", "format", "schema");

    private ControlArm() {
    }

    /// @param mark of this call, or this arm, alone; the first token that is the user's own becomes part of it
    public static Request of(Request request, String mark) {
        var messages = new ArrayList<Message>();
        boolean isChanged = false;
        for (Message message : request.messages()) {
            boolean isMessage = message.role().isMessage();
            if (isMessage && isChanged) {
                messages.add(message);
            } else if (isMessage) {
                messages.addAll(marked(message, mark));
                isChanged = true;
            } else {
                // Tools and schema come before all messages, and each of them can be cached on its own.
                messages.add(message.role() == Role.TOOLS ? markedTools(message, mark) : markedSchema(message, mark));
            }
        }
        return new Request(messages, request.settings(), request.breakpoints());
    }

    private static List<Message> marked(Message first, String mark) {
        Segment own = new Segment(BLOCK, Text.of(mark + " "), 0, true);
        if (first.form() == Form.ITEM || first.form() == Form.PART) {
            return List.of(new Message(Role.SYSTEM, Form.TEXT, List.of(own)), first);
        }
        var segments = new ArrayList<Segment>(List.of(own));
        segments.addAll(first.segments());
        return List.of(new Message(first.role(), first.form(), segments));
    }

    private static Message markedTools(Message tools, String mark) {
        List<String> elements = new ArrayList<>(RawJson.elements(tools.text()));
        if (elements.isEmpty()) {
            return tools;
        }
        elements.set(0, described(elements.getFirst(), mark));
        return withText(tools, "[" + String.join(", ", elements) + "]");
    }

    private static Message markedSchema(Message schema, String mark) {
        return RawJson.isObject(schema.text()) ? withText(schema, described(schema.text(), mark)) : schema;
    }

    private static Message withText(Message message, String text) {
        Segment first = message.segments().getFirst();
        return new Message(message.role(), message.form(),
                List.of(new Segment(first.blockId(), Text.of(text), 0, first.isValue())));
    }

    private static String described(String json, String mark) {
        SequencedMap<String, String> fields = RawJson.fields(json);
        for (String wrapper : WRAPPERS) {
            if (RawJson.isObject(fields.getOrDefault(wrapper, ""))) {
                fields.put(wrapper, described(fields.get(wrapper), mark));
                return RawJson.object(fields);
            }
        }
        String before = RawJson.text(fields.getOrDefault(DESCRIPTION, "null")).orElse("");
        fields.put(DESCRIPTION, RawJson.quote((mark + " " + before).strip()));
        return RawJson.object(fields);
    }
}
