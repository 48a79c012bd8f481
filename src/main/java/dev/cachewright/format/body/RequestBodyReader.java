package dev.cachewright.format.body;

import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Template;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Reads the JSON body of a Chat Completions, Responses or Messages request as blocks; that of Bedrock's Converse as the
/// Messages request it becomes ([ConverseBody]).
///
/// Plain text becomes text; whatever else a message holds keeps its exact JSON as an item. Fields that are not known
/// are kept as they are.
public final class RequestBodyReader {

    /// The role of an answer to a function, before there were tools.
    private static final String FUNCTION = "function";
    private static final Set<String> PLAIN_MESSAGE = Set.of("role", "content", "type");

    private final String json;
    private final SequencedMap<String, String> fields;
    private final Api api;
    private final MarkForm markForm;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    /// Where each block stands, by its id.
    private final SequencedMap<String, String> pointers = new LinkedHashMap<>();
    /// Of the part that is being read.
    private String pointer = "";

    private RequestBodyReader(String json, SequencedMap<String, String> fields, Api api) {
        this.json = json;
        this.fields = fields;
        this.api = api;
        this.markForm = formOf(fields, api);
    }

    /// The prompt in a request body; the endpoint is recognised by its fields.
    ///
    /// @throws InputException with line and column where the text is not JSON, or no request body
    public static Prompt read(String json) {
        if (!RawJson.isObject(json)) {
            RawJson.tree(json);
            throw noRequest();
        }
        SequencedMap<String, String> fields = RawJson.fields(json);
        return ConverseBody.is(fields)
                ? ConverseBody.read(json)
                : new RequestBodyReader(json, fields, apiOf(fields)).read();
    }

    /// The prompt in a request body to a known endpoint.
    public static Prompt read(String json, Api api) {
        return new RequestBodyReader(json, RawJson.fields(json), api).read();
    }

    /// The JSON pointer of each block of a request body by the block's id: of a text, or of the JSON that the block is.
    /// Those of a Converse body are not known.
    ///
    /// @throws InputException with line and column where the text is no request body
    public static SequencedMap<String, String> pointers(String json) {
        SequencedMap<String, String> fields = RawJson.fields(json);
        if (ConverseBody.is(fields)) {
            return new LinkedHashMap<>();
        }
        var reader = new RequestBodyReader(json, fields, apiOf(fields));
        reader.read();
        return reader.pointers;
    }

    /// Whether the text looks like JSON rather than a prompt file, which may begin with a tag.
    public static boolean isJson(String text) {
        return text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("{{");
    }

    private static Api apiOf(SequencedMap<String, String> fields) {
        if (fields.containsKey("input")) {
            return Api.RESPONSES;
        }
        if (!fields.containsKey("messages")) {
            throw noRequest();
        }
        boolean isMessages = fields.containsKey("system")
                || fields.getOrDefault("model", "").startsWith("\"claude")
                || fields.getOrDefault("tools", "").contains("\"input_schema\"");
        return isMessages ? Api.MESSAGES : Api.CHAT;
    }

    /// A body without a model is sent to Claude where it is marked so.
    private static MarkForm formOf(SequencedMap<String, String> fields, Api api) {
        Optional<String> model = textIn(fields, "model").filter(name -> !name.isEmpty());
        return MarkForm.of(api, model.orElseGet(() -> fields.values().stream().anyMatch(value -> value.contains(
                MarkForm.CACHE_CONTROL.field())) ? "claude" : ""));
    }

    private static InputException noRequest() {
        return new InputException("This JSON is not a request body: it has neither \"messages\" nor \"input\"", 1, 1);
    }

    private Prompt read() {
        var rest = new OtherFields(fields, api, markForm);
        Optional<String> definitions = rest.takeList("tools");
        if (definitions.isPresent()) {
            String tools = definitions.get();
            pointer = "/tools";
            add(Role.TOOLS, tools, Form.TEXT, false, markForm == MarkForm.CACHE_CONTROL
                    ? CacheMarks.ofLast(markForm, tools)
                    : Optional.empty());
        }
        pointer = api == Api.CHAT ? "/response_format/json_schema" : "/text/format";
        rest.takeSchema().ifPresent(schema -> add(Role.SCHEMA, schema, Form.TEXT, false));
        String instructions = api == Api.RESPONSES ? "instructions" : "system";
        rest.take(instructions).ifPresent(value -> in(instructions, -1, () -> addInstructions(value)));
        String list = api == Api.RESPONSES ? "input" : "messages";
        String messages = rest.take(list).orElse("[]");
        if (RawJson.isArray(messages)) {
            List<String> elements = RawJson.elements(messages);
            for (int i = 0; i < elements.size(); i++) {
                String message = elements.get(i);
                in(list, i, () -> addMessage(message));
            }
        } else {
            in(list, -1, () -> addInput(messages));
        }
        Settings settings = rest.settings();
        return Prompt.of(blocks.stream().map(block -> withOwnTtl(block, settings.cache().ttl())).toList(), settings);
    }

    /// In a body a marker without a lifetime has the provider's default, in a prompt that of the request.
    private Block withOwnTtl(Block block, String ofRequest) {
        Optional<String> ttl = block.breakpoint().map(Breakpoint::ttl);
        if (markForm == MarkForm.BREAKPOINT || ofRequest.isEmpty() || ttl.isEmpty()) {
            return block;
        }
        return block.withBreakpoint(ttl.get().isEmpty() ? "5m" : ttl.get().equals(ofRequest) ? "" : ttl.get());
    }

    /// Reads a part of the body; a fault in it is placed in the whole body.
    private void in(String field, int index, Runnable read) {
        pointer = "/" + field + (index < 0 ? "" : "/" + index);
        try {
            read.run();
        } catch (InputException e) {
            throw RawJson.placed(e, json, field, index);
        }
    }

    private void addInput(String value) {
        if (api != Api.RESPONSES) {
            throw new InputException("\"messages\" must be a list of messages", 0, 0);
        }
        add(Role.USER, textOf(value, "\"input\" must be a text or a list"), Form.TEXT, false);
    }

    private void addInstructions(String value) {
        if (api != Api.MESSAGES || !RawJson.isArray(value)) {
            add(Role.SYSTEM, textOf(value, api == Api.MESSAGES
                    ? "\"system\" must be a text or a list of texts"
                    : "\"instructions\" must be a text"), Form.INSTRUCTIONS, false);
            return;
        }
        String list = pointer;
        List<String> parts = RawJson.elements(value);
        int first = 0;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (plainPart(part).isEmpty()) {
                addParts(Role.SYSTEM, parts.subList(first, i), list, first);
                pointer = list + "/" + i;
                add(Role.SYSTEM, Template.escape(part), Form.ITEM, false, CacheMarks.ofPart(markForm, part));
                first = i + 1;
            }
        }
        addParts(Role.SYSTEM, parts.subList(first, parts.size()), list, first);
    }

    private void addMessage(String json) {
        SequencedMap<String, String> message = RawJson.fields(json);
        Optional<Role> role = textIn(message, "role").flatMap(Role::of).filter(Role::isMessage);
        if (role.isEmpty() && isMessage(message)) {
            textIn(message, "role").filter(word -> !word.equals(FUNCTION)).ifPresent(word -> {
                throw new InputException(
                        "Unknown role \"" + word + "\": use system, developer, user, assistant or tool",
                        0, 0);
            });
        }
        String content = message.getOrDefault("content", "");
        if (!content.isEmpty() && textIn(message, "role").isEmpty() && textIn(message, "type").isEmpty()) {
            throw new InputException("This message has no role: give it one, such as \"user\"", 0, 0);
        }
        Optional<String> marker = api == Api.CHAT ? CacheMarks.ofPart(markForm, json) : Optional.empty();
        marker.ifPresent(ttl -> message.remove(markForm.field()));
        boolean isPlain = role.isPresent() && PLAIN_MESSAGE.containsAll(message.keySet()) && isMessage(message);
        if (isPlain && content.startsWith("\"")) {
            pointer += "/content";
            add(role.get(), textOf(content, "\"content\" must be a text or a list"), Form.TEXT, false, marker);
        } else if (isPlain && marker.isEmpty() && RawJson.isArray(content) && isPlainParts(content)) {
            addParts(role.get(), RawJson.elements(content), pointer + "/content", 0);
        } else {
            add(role.orElseGet(() -> roleOfItem(message)), Template.escape(json), Form.ITEM, false,
                    CacheMarks.ofItem(markForm, json));
        }
    }

    /// Whether it is a message rather than another item of the Responses API.
    private static boolean isMessage(SequencedMap<String, String> item) {
        return item.getOrDefault("type", "\"message\"").equals("\"message\"");
    }

    /// Parts with nothing but text as blocks of one message.
    ///
    /// @param list the pointer of the list that they are in
    /// @param first the index of the first of them
    private void addParts(Role role, List<String> parts, String list, int first) {
        Form textForm = areCutByMarkers(parts) ? Form.TEXT : Form.PART;
        boolean joined = false;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            pointer = list + "/" + (first + i) + "/text";
            add(role, Template.escape(plainPart(part).orElseThrow()), textForm, joined,
                    CacheMarks.ofPart(markForm, part));
            joined = true;
        }
    }

    /// Whether a text would come to the same parts, since it is cut after its markers.
    private boolean areCutByMarkers(List<String> parts) {
        boolean isMarked = !parts.isEmpty() && CacheMarks.ofPart(markForm, parts.getFirst()).isPresent();
        return isMarked && parts.stream().limit(parts.size() - 1L).allMatch(part -> CacheMarks.ofPart(markForm, part)
                .isPresent()) && parts.stream().noneMatch(part -> plainPart(part).orElseThrow().isEmpty());
    }

    private boolean isPlainParts(String content) {
        List<String> parts = RawJson.elements(content);
        return !parts.isEmpty() && parts.stream().allMatch(part -> plainPart(part).isPresent());
    }

    /// The text of a content part that holds nothing but text, and a marker after it.
    private Optional<String> plainPart(String part) {
        if (!RawJson.isObject(part)) {
            return Optional.empty();
        }
        SequencedMap<String, String> fields = RawJson.fields(part);
        String type = RawJson.text(fields.getOrDefault("type", "null")).orElse("");
        boolean isText = Set.of("text", "input_text", "output_text").contains(type) && fields.containsKey("text")
                && fields.size() == (CacheMarks.ofPart(markForm, part).isPresent() ? 3 : 2);
        return isText ? RawJson.text(fields.get("text")) : Optional.empty();
    }

    private static Role roleOfItem(SequencedMap<String, String> item) {
        return item.getOrDefault("type", "").endsWith("_output\"") ? Role.TOOL : Role.ASSISTANT;
    }

    private void add(Role role, String text, Form form, boolean joined) {
        add(role, text, form, joined, Optional.empty());
    }

    /// @param marker the lifetime of the breakpoint after the block; nothing where there is none
    private void add(Role role, String text, Form form, boolean joined, Optional<String> marker) {
        int count = ids.merge(role.word(), 1, Integer::sum);
        String id = count == 1 ? role.word() : role.word() + "-" + count;
        pointers.put(id, pointer);
        Block block = new Block(id, role, Kind.STATIC, joined, Text.of(text), Attributes.none()).withForm(form);
        blocks.add(marker.map(block::withBreakpoint).orElse(block));
    }

    /// @param wanted what to say where it is not a text
    private static String textOf(String json, String wanted) {
        return Template.escape(RawJson.text(json).orElseThrow(() -> new InputException(wanted, 0, 0)));
    }

    private static Optional<String> textIn(SequencedMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).flatMap(RawJson::text);
    }
}
