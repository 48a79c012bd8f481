package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/// A part of a body that a prefix depends on, and what a difference there is called.
///
/// @param path JSON pointer to its value
/// @param reason in the vendors' own words
/// @param usual what it is where the body does not have it, as text or compact JSON
record BodyPart(String path, String reason, List<String> usual) {

    /// The vendors' word for a difference in what is said.
    static final String INPUT = "input_changed";

    private static final String TOOLS = "tools_changed";
    private static final String FORMAT = "text_format_changed";
    private static final String EFFORT = "reasoning_effort_changed";
    private static final String VERBOSITY = "verbosity_changed";
    private static final String MESSAGES = "messages_changed";
    private static final String PLAIN = "{\"type\":\"text\"}";

    /// In the order in which a server assembles a prompt; OpenAI's reasons for a cache miss.
    private static final List<BodyPart> BEFORE_TEXT = List.of(of("/model", "model_changed"),
            of("/modelId", "model_changed"), of("/toolConfig/tools", TOOLS), of("/tools", TOOLS),
            of("/functions", TOOLS), of("/mcp_servers", TOOLS), of("/parallel_tool_calls", TOOLS, "true"),
            of("/text/format", FORMAT, PLAIN), of("/response_format", FORMAT, PLAIN),
            of("/output_config/format", FORMAT), of("/output_format", FORMAT), of("/reasoning/effort", EFFORT),
            of("/reasoning_effort", EFFORT), of("/text/verbosity", VERBOSITY), of("/verbosity", VERBOSITY),
            of("/service_tier", "service_tier_changed", "auto", "default"),
            of("/prompt_cache_key", "prompt_cache_key_changed"), of("/container", INPUT), of("/prompt", INPUT));
    private static final List<BodyPart> SYSTEM = List.of(of("/instructions", INPUT), of("/system", INPUT),
            of("/previous_response_id", INPUT), of("/conversation", INPUT), of("/web_search_options", INPUT),
            of("/plugins", INPUT));
    private static final List<BodyPart> INPUTS = List.of(of("/input", INPUT), of("/messages", INPUT));
    /// Settings that Anthropic's invalidation table names (2026-09), each before what it touches, with the reasons of its
    /// cache diagnostics.
    private static final List<BodyPart> BEFORE_SYSTEM = List.of(of("/speed", "system_changed", "standard"));
    private static final List<BodyPart> BEFORE_MESSAGES = List.of(of("/tool_choice", MESSAGES, "{\"type\":\"auto\"}"),
            of("/thinking", MESSAGES, "{\"type\":\"disabled\"}"), of("/output_config/effort", MESSAGES, "high"));
    private static final List<BodyPart> OF_OPENAI = List.of(of("/context_management", "context_compacted"));

    private static BodyPart of(String path, String reason, String... usual) {
        return new BodyPart(path, reason, List.of(usual));
    }

    /// The parts of one of these bodies.
    static Stream<BodyPart> of(JsonNode body, JsonNode other) {
        boolean isAnthropic = isMessages(body) && isMessages(other);
        return Stream.of(BEFORE_TEXT, isAnthropic ? BEFORE_SYSTEM : OF_OPENAI, SYSTEM,
                isAnthropic ? BEFORE_MESSAGES : List.<BodyPart>of(), INPUTS).flatMap(List::stream);
    }

    private static boolean isMessages(JsonNode body) {
        boolean hasItsTools = body.path("tools").path(0).has("input_schema");
        return body.has("messages") && (body.has("system") || hasItsTools || body.path("model").asText("").contains(
                "claude"));
    }

    /// Whether a value is the same as none.
    boolean isUsual(JsonNode value) {
        return value.isMissingNode() || value.isNull() || usual.contains(value.isTextual() ? value.asText()
                : value.toString());
    }
}
