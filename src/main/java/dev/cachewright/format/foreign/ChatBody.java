package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.foreign.syntax.Dialect;
import dev.cachewright.format.foreign.syntax.ForeignTags;
import dev.cachewright.format.foreign.syntax.Tree;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import java.util.Set;

/// Makes a prompt of messages that are in no request body: a body of them, read as one.
final class ChatBody {

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "model", "tool",
            "function");
    private static final Set<String> OF_CLAUDE = Set.of("tool_use", "tool_result", "thinking", "redacted_thinking",
            "document");
    private static final Set<String> OF_RESPONSES = Set.of("input_text", "output_text", "input_image", "input_file",
            "function_call", "function_call_output", "reasoning", "message");

    private final Dialect dialect;
    private final Options options;
    private final ForeignTags tags = new ForeignTags();
    private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    private Api wanted = Api.CHAT;
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    ChatBody(Dialect dialect, Options options) {
        this.dialect = dialect;
        this.options = options;
    }

    /// Whether texts have variables.
    boolean hasTags() {
        return !tags.isEmpty();
    }

    /// What of the texts has no equal and is left out, in words.
    Set<String> lost() {
        return tags.lost();
    }

    /// Messages that have no form of their own go to the Responses API.
    void sendToResponses() {
        wanted = Api.RESPONSES;
    }

    /// A field of the body besides its messages: `tools`, `response_format`.
    void put(String field, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            fields.set(field, value);
        }
    }

    /// Adds a message with one text.
    ///
    /// @throws InputException with line and column in `text` of a tag that has no equal
    void add(String role, String text) {
        messages.addObject().put("role", role.equals("model") ? "assistant" : role)
                .put("content", tags.checked(dialect.coded(text, tags)));
    }

    /// Adds a message whose braces are text.
    void addLiteral(String role, String text) {
        messages.addObject().put("role", role).put("content", ForeignTags.literal(text));
    }

    /// Adds a message of the system where there is a text for it.
    ///
    /// @throws InputException with the place in it of a tag that has no equal
    void addSystem(Tree tree, String path) {
        if (tree.at(path).isTextual()) {
            messages.addObject().put("role", "system").set("content", coded(tree, path));
        }
    }

    /// Adds all messages of a list.
    ///
    /// @throws InputException with the place of the first that is none
    void addAll(Tree tree, String path) {
        JsonNode list = tree.at(path);
        if (!list.isArray()) {
            throw tree.fault(path, "The messages must be a list, each with \"role\" and \"content\"");
        }
        for (int i = 0; i < list.size(); i++) {
            addOne(tree, path + "/" + i);
        }
    }

    /// Adds one message.
    ///
    /// @param without fields of the other format that no request has
    /// @throws InputException with its place where it is none
    void addOne(Tree tree, String path, String... without) {
        JsonNode message = tree.at(path);
        String role = message.path("role").asText("");
        boolean isItem = role.isEmpty() && OF_RESPONSES.contains(message.path("type").asText(""));
        if (!message.isObject() || !isItem && !ROLES.contains(role)) {
            throw tree.fault(path, role.isEmpty()
                    ? "This is no message: it has no \"role\", such as \"user\""
                    : "Unknown role \"" + role + "\": use system, developer, user, assistant or tool");
        }
        ObjectNode copy = message.deepCopy();
        copy.remove(List.of(without));
        if (role.equals("model")) {
            copy.put("role", "assistant");
        }
        JsonNode content = message.path("content");
        if (content.isTextual()) {
            copy.set("content", coded(tree, path + "/content"));
        } else if (content.isArray()) {
            copy.set("content", parts(tree, path + "/content"));
        } else if (!content.isNull() && !content.isMissingNode()) {
            throw tree.fault(path + "/content", "\"content\" must be a text or a list of parts");
        }
        messages.add(copy);
    }

    private ArrayNode parts(Tree tree, String path) {
        ArrayNode parts = tree.at(path).deepCopy();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isTextual()) {
                parts.set(i, JsonNodeFactory.instance.objectNode().put("type", "text").set("text",
                        coded(tree, path + "/" + i)));
            } else if (parts.get(i) instanceof ObjectNode part && part.path("text").isTextual()) {
                part.set("text", coded(tree, path + "/" + i + "/text"));
            }
        }
        return parts;
    }

    private TextNode coded(Tree tree, String path) {
        try {
            return TextNode.valueOf(tags.checked(dialect.coded(tree.at(path).textValue(), tags)));
        } catch (InputException e) {
            throw tree.fault(path, e);
        }
    }

    /// The prompt.
    Prompt prompt() {
        Api api = api();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!options.model().isEmpty()) {
            body.put("model", options.model());
        }
        body.setAll(fields);
        body.set(api == Api.RESPONSES ? "input" : "messages", messages);
        if (api == Api.MESSAGES) {
            liftSystem(body);
        }
        Prompt read = tags.restored(RequestBodyReader.read(body.toString(), api));
        Settings settings = read.settings();
        return read.withSettings(new Settings(settings.model(), api, options.config(), settings.cache(),
                settings.extra()));
    }

    private Api api() {
        boolean isClaude = options.model().startsWith("claude") || fields.has("system") || has("cache_control")
                || messages.findValues("type").stream().anyMatch(type -> OF_CLAUDE.contains(type.asText()));
        boolean isItems = messages.findValues("type").stream().anyMatch(type -> OF_RESPONSES.contains(type.asText()));
        return isItems ? Api.RESPONSES : isClaude ? Api.MESSAGES : wanted;
    }

    private boolean has(String field) {
        return messages.findValue(field) != null && !options.model().startsWith("gpt");
    }

    /// Anthropic takes what precedes the conversation in a field of its own.
    private void liftSystem(ObjectNode body) {
        ArrayNode system = JsonNodeFactory.instance.arrayNode();
        while (!messages.isEmpty() && messages.get(0).path("role").asText().equals("system")) {
            JsonNode content = messages.remove(0).path("content");
            if (content.isArray()) {
                system.addAll((ArrayNode) content);
            } else {
                system.addObject().put("type", "text").put("text", content.asText(""));
            }
        }
        boolean isOneText = system.size() == 1 && system.get(0).size() == 2;
        if (!system.isEmpty()) {
            body.set("system", isOneText ? system.get(0).path("text") : system);
        }
    }
}
