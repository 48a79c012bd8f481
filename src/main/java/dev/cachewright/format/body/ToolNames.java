package dev.cachewright.format.body;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;

/// The names of the functions in a tools array.
public final class ToolNames {

    private ToolNames() {
    }

    /// The names in their order; empty where the text is not a tools array.
    public static List<String> of(String tools) {
        try {
            var names = new ArrayList<String>();
            for (JsonNode tool : RawJson.tree(tools)) {
                JsonNode function = tool.has("function") ? tool.path("function") : tool;
                names.add(function.path("name").asText(tool.path("type").asText("?")));
            }
            return names;
        } catch (InputException _) {
            return List.of();
        }
    }
}
