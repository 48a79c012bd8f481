package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// A prompt with the answer that it got and a place for what is said next.
///
/// Tool calls, reasoning and everything else that came is repeated to the byte: a cache reads the conversation again
/// only where it is the same.
public final class Continuation {

    /// Fields of a Chat Completion's message that say nothing: the request has no such fields, or may not be without a
    /// value.
    private static final Set<String> SAYING_NOTHING = Set.of("null", "[]");

    private Continuation() {
    }

    /// @param items what the next request carries, as a JSON array in the form of the prompt's API; empty where only
    /// `text` is known
    /// @param text of the answer
    /// @return the prompt with blocks for the answer, and after them one for each result of a tool that it asks for,
    /// else one for what the user says
    /// @throws dev.cachewright.prompt.text.InputException where the items cannot be read
    public static Prompt of(Prompt prompt, String items, String text) {
        Api api = prompt.settings().api();
        if (items.isEmpty()) {
            return withUser(with(prompt, Block.of("assistant", Role.ASSISTANT, Kind.STATIC, escaped(text))));
        }
        var answer = new ArrayList<>(RawJson.elements(items));
        if (api == Api.CHAT) {
            answer.replaceAll(Continuation::sayingSomething);
        }
        List<String> results = results(RawJson.tree(items), api);
        answer.addAll(results);
        String body = "{\"" + (api == Api.RESPONSES ? "input" : "messages") + "\": [" + String.join(", ", answer)
                + "]}";
        Prompt continued = prompt;
        for (Block block : RequestBodyReader.read(body, api).blocks()) {
            continued = with(continued, block);
        }
        return results.isEmpty() ? withUser(continued) : continued;
    }

    private static Prompt withUser(Prompt prompt) {
        return with(prompt, Block.of("user", Role.USER, Kind.DYNAMIC, ""));
    }

    private static Prompt with(Prompt prompt, Block block) {
        var blocks = new ArrayList<>(prompt.blocks());
        blocks.add(block.withId(prompt.freeId(block.role().word())));
        return prompt.withBlocks(blocks);
    }

    /// The text of an answer is no template.
    private static String escaped(String text) {
        return text.replace("{{", "\\{{");
    }

    private static String sayingSomething(String message) {
        SequencedMap<String, String> fields = RawJson.fields(message);
        fields.entrySet().removeIf(
                field -> !field.getKey().equals("content") && SAYING_NOTHING.contains(field.getValue()));
        return RawJson.object(fields);
    }

    /// An empty result for each call of a tool of the user's own.
    private static List<String> results(JsonNode items, Api api) {
        var results = new ArrayList<String>();
        for (JsonNode item : items) {
            switch (api) {
                case CHAT -> item.path("tool_calls").forEach(call -> results.add(object("role", "tool", "tool_call_id",
                        call.path("id").asText(""), "content", "")));
                case RESPONSES -> {
                    if (item.path("type").asText().equals("function_call")) {
                        results.add(object("type", "function_call_output", "call_id",
                                item.path("call_id").asText(""), "output", ""));
                    }
                }
                case MESSAGES -> addResults(item.path("content"), results);
            }
        }
        return results;
    }

    /// Claude wants the results of one answer in one message.
    private static void addResults(JsonNode content, List<String> results) {
        var blocks = new ArrayList<String>();
        for (JsonNode block : content) {
            if (block.path("type").asText().equals("tool_use")) {
                blocks.add(object("type", "tool_result", "tool_use_id", block.path("id").asText(""), "content", ""));
            }
        }
        if (!blocks.isEmpty()) {
            results.add("{\"role\": \"user\", \"content\": [" + String.join(", ", blocks) + "]}");
        }
    }

    /// @param fields names and texts in turn
    private static String object(String... fields) {
        var object = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(fields[i], RawJson.quote(fields[i + 1]));
        }
        return RawJson.object(object);
    }
}
