package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.ServerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the settings of a request add to its end: the beginning of a forced call, and functions and schemas that the
/// body holds among its settings.
final class Choices {

    /// What a forced call begins with besides its name: 24 requests, gpt-4o and gpt-4o-mini.
    private static final int FORCED = 7;
    private static final Band UNPROVEN = Band.about(12);

    private final Request request;
    private final Api api;
    private final Framing framing;
    private final Tokenizer tokenizer;

    Choices(Request request, Api api, Framing framing, Tokenizer tokenizer) {
        this.request = request;
        this.api = api;
        this.framing = framing;
        this.tokenizer = tokenizer;
    }

    /// The tokens of a call that the model must make.
    Counted forced() {
        var counted = new Counted.Builder(tokenizer);
        Settings settings = request.settings();
        List<JsonNode> functions = functions();
        JsonNode choice = ServerJson.read(settings.extra().getOrDefault("tool_choice", settings.extra().getOrDefault(
                "function_call", "null"))).orElseThrow();
        if (functions.isEmpty() || framing.hasChannels() || api == Api.MESSAGES) {
            return counted.build();
        }
        boolean isOnly = api == Api.RESPONSES && choice.asText("").equals("required") && functions.size() == 1;
        JsonNode named = choice.path("function").isObject() ? choice.get("function") : choice;
        if (isOnly || named.has("name")) {
            counted.signs(FORCED).add(ToolCalls.recipient(isOnly ? functions.getFirst() : named, tokenizer)).give(
                    framing.reasons() ? UNPROVEN : Band.EXACT);
        } else if (choice.asText("").equals("none")) {
            counted.signs(1).give(framing.reasons() ? Band.about(1) : Band.EXACT);
        }
        return counted.build();
    }

    /// Functions of the older form, and a schema beside a verbosity.
    Counted others() {
        var counted = new Counted.Builder(tokenizer);
        String functions = request.settings().extra().getOrDefault("functions", "");
        if (functions.startsWith("[")) {
            counted.signs(framing.toolFrame(api, false)).add(ToolTokens.counted(functions, framing, tokenizer)).give(
                    UNPROVEN);
        }
        Optional<JsonNode> format = ServerJson.read(request.settings().extra().getOrDefault("text", "{}")).map(
                text -> text.path("format")).filter(node -> node.path("type").asText("").equals("json_schema"));
        format.ifPresent(schema -> counted.add(SchemaTokens.counted(schema.toString(), request, api, framing,
                tokenizer)));
        return counted.build();
    }

    private List<JsonNode> functions() {
        var functions = new ArrayList<JsonNode>();
        String older = request.settings().extra().getOrDefault("functions", "[]");
        ServerJson.read(request.tools().orElse(older)).ifPresent(tools -> tools.forEach(
                tool -> functions.add(tool.path("function").isObject() ? tool.get("function") : tool)));
        return functions;
    }

    /// Whether the conversation begins with an instruction, whose message what stands before it shares in a chat.
    static boolean isAfterSystem(Request request) {
        return request.conversation().stream().findFirst().filter(first -> first.role().isInstruction()).isPresent();
    }

    /// Whether a request to a chat has something before its system message.
    static boolean hasPreface(Request request) {
        return request.messages().stream().anyMatch(message -> message.role() == Role.TOOLS
                || message.role() == Role.SCHEMA);
    }
}
