package dev.cachewright.format.recover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// A recorded request as blocks.
///
/// @param tree the JSON value of its body
record ReadCall(Recorded source, Prompt prompt, JsonNode tree) {

    /// Fields of a body that are of the prompt, so that calls that differ in one have prompts of their own.
    private static final Set<String> OF_PROMPT = Set.of("model", "tools", "tool_choice", "functions", "function_call",
            "parallel_tool_calls", "response_format", "text", "reasoning", "reasoning_effort", "verbosity", "thinking",
            "output_config", "cache_control", "prompt_cache_options", "prompt_cache_retention", "service_tier",
            "system", "messages", "input", "instructions", "prompt", "conversation", "context_management", "container",
            "mcp_servers", "modalities", "web_search_options");
    private static final Set<String> TEXTS = Set.of("system", "messages", "input", "instructions");

    private static final String CACHE_KEY = "prompt_cache_key";

    /// @throws dev.cachewright.prompt.text.InputException where the body is no request
    static ReadCall of(Recorded source) {
        return new ReadCall(source, RequestBodyReader.read(source.body()), RawJson.tree(source.body()));
    }

    /// What one prompt cannot have in two forms: endpoint, settings of the prompt, tools, schema.
    List<Object> frame() {
        var fields = new TreeMap<String, JsonNode>();
        tree.properties().forEach(field -> {
            if (OF_PROMPT.contains(field.getKey()) && !TEXTS.contains(field.getKey())) {
                fields.put(field.getKey(), field.getValue());
            }
        });
        List<String> whole = prompt.blocks().stream().filter(block -> !block.role().isMessage()).map(Block::text)
                .toList();
        return List.of(prompt.settings().api(), fields, whole, TEXTS.stream().filter(tree::has).sorted().toList());
    }

    /// What one prompt cannot do without: endpoint, model, where the texts are.
    List<Object> looseFrame() {
        return List.of(prompt.settings().api(), tree.path(Sending.MODEL), TEXTS.stream().filter(tree::has).sorted()
                .toList());
    }

    /// Whether a field holds the texts that are made a template.
    static boolean isText(String field) {
        return TEXTS.contains(field);
    }

    /// Whether a prompt sends a field the same in all its calls.
    static boolean isOfPrompt(String field) {
        return OF_PROMPT.contains(field);
    }

    /// Whether calls that differ in a field do not share what is stored.
    static boolean isSeenByCaches(String field) {
        return isOfPrompt(field) || field.equals(CACHE_KEY);
    }

    /// What the blocks are, without their texts.
    List<Block> structure() {
        return messages().stream().map(block -> block.withText("")).toList();
    }

    List<Block> messages() {
        return prompt.blocks().stream().filter(block -> block.role().isMessage()).toList();
    }

    /// The text that each message block is sent as.
    List<String> texts() {
        List<Block> blocks = messages();
        if (blocks.stream().noneMatch(block -> block.text().contains("{{"))) {
            return blocks.stream().map(Block::text).toList();
        }
        Map<String, StringBuilder> texts = new HashMap<>();
        for (Message message : Renderer.render(prompt, Row.empty()).messages()) {
            for (Segment segment : message.segments()) {
                texts.computeIfAbsent(segment.blockId(), _ -> new StringBuilder()).append(segment.text());
            }
        }
        return blocks.stream().map(block -> texts.getOrDefault(block.id(), new StringBuilder()).toString()).toList();
    }

    /// The messages of the conversation, each as its exact JSON.
    List<String> elements() {
        SequencedMap<String, String> fields = RawJson.fields(source.body());
        String list = fields.getOrDefault(fields.containsKey("input") ? "input" : "messages", "[]");
        return RawJson.isArray(list) ? RawJson.elements(list) : List.of();
    }

    /// How many blocks come before the first message of the conversation: instructions of the request.
    int leading() {
        return (int) RequestBodyReader.pointers(source.body()).values().stream().filter(pointer -> pointer.startsWith(
                "/system") || pointer.startsWith("/instructions")).count();
    }

    /// Whose message of the conversation it is; a user's where that is not said.
    Role roleOf(int element) {
        JsonNode message = tree.path(tree.has("input") ? "input" : "messages").path(element);
        return Role.of(message.path("role").asText()).filter(role -> role.isMessage() && !role.isInstruction()).orElse(
                message.path("type").asText().endsWith("_call") ? Role.ASSISTANT : Role.USER);
    }
}
