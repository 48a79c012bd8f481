package dev.cachewright.token.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.ClaudeFrame;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.ServerJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the settings of a request add: a forced choice, thinking, an output schema, tools of other servers.
///
/// Choice and thinking change nothing before the messages (Anthropic's invalidation table), so they are counted at the
/// end; a schema is part of the system prompt.
final class ClaudeSettings {

    private static final int SCHEMA = 99;
    private static final double SCHEMA_WEIGHT = 1.95;
    /// Fields that bring content to the prompt that the request does not hold.
    private static final List<String> UNSEEN = List.of("mcp_servers", "container", "web_search_options", "plugins");

    private final Map<String, String> extra;
    private final ClaudeFrame frame;
    private final ClaudeUnits units;
    private final boolean hasTools;

    ClaudeSettings(Settings settings, ClaudeFrame frame, ClaudeUnits units, boolean hasTools) {
        this.extra = settings.extra();
        this.frame = frame;
        this.units = units;
        this.hasTools = hasTools;
    }

    /// The output schema of a block, in the form of either provider.
    Counted schema(String json) {
        Counted.Builder counted = units.builder();
        Optional<JsonNode> format = ServerJson.read(json);
        // Gateways send the schema on alone; whether the name beside it makes a difference is not known.
        counted.identity(format.map(JsonNode::toString).orElse(json));
        addSchema(counted, format.map(node -> node.has("name") && node.has("schema") ? node.path("schema") : node)
                .map(JsonNode::toString).orElse(json));
        return counted.build();
    }

    /// What comes before the system prompt.
    void identify(Counted.Builder counted) {
        format().ifPresent(schema -> addSchema(counted, schema.toString()));
        for (String name : UNSEEN) {
            field(name).ifPresent(value -> counted.identity(value.toString()));
        }
    }

    private void addSchema(Counted.Builder counted, String json) {
        int text = units.count(json);
        counted.identity(json).signs(units.of(SCHEMA + SCHEMA_WEIGHT * units.factor() * text))
                .give(Band.about(units.of(SCHEMA / 3.0) + text / 4));
    }

    private Optional<JsonNode> format() {
        return field("output_format").or(() -> field("output_config").map(config -> config.path("format")))
                .map(format -> format.has("schema") ? format.path("schema") : format.path("json_schema"))
                .filter(JsonNode::isObject);
    }

    /// What stands at the end.
    Counted.Builder addTo(Counted.Builder counted) {
        for (String name : UNSEEN) {
            field(name).ifPresent(value -> counted.give(Band.openAbove()));
        }
        String choice = field("tool_choice").map(value -> value.isTextual() ? value.asText() : value.path("type")
                .asText()).orElse("");
        if (hasTools) {
            switch (choice) {
                case "any", "required" -> counted.signs(units.of(frame.any())).give(Band.about(units.of(10)));
                case "tool", "function" -> counted.signs(units.of(frame.named())).give(Band.about(units.of(10)));
                default -> {
                }
            }
        }
        if (extra.getOrDefault("context_management", "").contains("compact_")) {
            // What is compacted is reported as its own call: the rest may be anything.
            counted.give(Band.openBelow());
        }
        String thinking = field("thinking").map(value -> value.path("type").asText()).or(() -> field("reasoning").map(
                value -> "enabled")).orElse("");
        return switch (thinking) {
            case "enabled" -> counted.signs(units.of(hasTools ? frame.thinking() / 2.0 : frame.thinking())).give(Band
                    .about(units.of(hasTools ? frame.thinking() / 3.0 : 2)));
            case "adaptive" ->
                counted.signs(units.of(frame.adaptive())).give(Band.about(units.of(frame.thinking() / 2.0)));
            default -> counted;
        };
    }

    private Optional<JsonNode> field(String name) {
        return Optional.ofNullable(extra.get(name)).flatMap(ServerJson::read).filter(value -> !value.isNull());
    }
}
