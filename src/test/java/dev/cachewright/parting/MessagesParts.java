package dev.cachewright.parting;

import java.util.ArrayList;
import java.util.List;

/// The fields of a Messages request.
final class MessagesParts {

    private final RandomBodies random;

    MessagesParts(RandomBodies random) {
        this.random = random;
    }

    List<String> all() {
        var fields = new ArrayList<String>();
        if (random.maybe()) {
            fields.add(
                    "\"tools\":" + RandomBodies.list(random.some(List.of(tool(), tool(), searchTool(), codeTool()))));
        }
        fields.add("\"system\":" + random.pick(RandomBodies.list(List.of(text(random.beginning()), text(random.end()))),
                '"' + random.beginning() + '"'));
        fields.add(random.pick("\"max_tokens\":9", "\"max_tokens\":9,\"mcp_servers\":[{\"type\":\"url\",\"url\":"
                + random.url() + "}]",
                "\"max_tokens\":9,\"output_config\":{\"format\":{\"type\":\"json_schema\","
                        + "\"schema\":" + random.schema() + "}}"));
        var messages = new ArrayList<String>();
        for (int i = random.pick(1, 2, 3); i > 0; i--) {
            String id = random.quotedName();
            messages.add(message("user", random.some(List.of(text(), picture(), pictureAt(), document(), pdf(),
                    searchResult(), text()))));
            var said = new ArrayList<>(random.some(List.of(text(), thinking(), redacted(), search())));
            said.add("{'type':'tool_use','id':".replace('\'', '"') + id + ",\"name\":" + random.quotedName()
                    + ",\"input\":" + random.input() + "}");
            messages.add(message("assistant", said));
            messages.add(message("user", List.of("{\"type\":\"tool_result\",\"tool_use_id\":" + id + ",\"content\":"
                    + random.pick(random.text(), RandomBodies.list(random.some(List.of(text(), picture(), text()))))
                    + "}")));
        }
        boolean isMarked = random.maybe();
        String last = text(random.end());
        messages.add(message("user", List.of(isMarked
                ? last.substring(0, last.length() - 1) + ",\"cache_control\":{\"type\":\"ephemeral\"}}"
                : last)));
        if (!isMarked) {
            fields.add("\"cache_control\":{\"type\":\"ephemeral\"}");
        }
        fields.add("\"messages\":" + RandomBodies.list(messages));
        return fields;
    }

    private static String message(String role, List<String> content) {
        return "{\"role\":\"" + role + "\",\"content\":" + RandomBodies.list(content) + "}";
    }

    private String text() {
        return "{\"type\":\"text\",\"text\":" + random.text() + "}";
    }

    private static String text(String words) {
        return "{\"type\":\"text\",\"text\":\"" + words + "\"}";
    }

    private String source(String media) {
        return "{\"type\":\"base64\",\"media_type\":\"" + media + "\",\"data\":" + random.data() + "}";
    }

    private String picture() {
        return "{\"type\":\"image\",\"source\":" + source("image/png") + "}";
    }

    private String pictureAt() {
        return "{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":" + random.url() + "}}";
    }

    private String document() {
        return "{\"type\":\"document\",\"title\":" + random.text() + ",\"source\":{\"type\":\"text\",\"media_type\":"
                + "\"text/plain\",\"data\":" + random.text() + "}}";
    }

    private String pdf() {
        return "{\"type\":\"document\",\"source\":" + source("application/pdf") + "}";
    }

    private String searchResult() {
        return "{\"type\":\"search_result\",\"source\":" + random.url() + ",\"title\":" + random.text()
                + ",\"content\":[" + text() + "]}";
    }

    private String thinking() {
        return "{\"type\":\"thinking\",\"thinking\":" + random.text() + ",\"signature\":" + random.data() + "}";
    }

    private String redacted() {
        return "{\"type\":\"redacted_thinking\",\"data\":" + random.data() + "}";
    }

    private String search() {
        String id = random.quotedName();
        return "{\"type\":\"server_tool_use\",\"id\":" + id + ",\"name\":\"web_search\",\"input\":{\"query\":"
                + random.text() + "}},{\"type\":\"web_search_tool_result\",\"tool_use_id\":" + id
                + ",\"content\":[{\"type\":\"web_search_result\",\"title\":" + random.text() + ",\"url\":"
                + random.url()
                + ",\"encrypted_content\":" + random.data() + "}]}";
    }

    private String tool() {
        return "{" + random.pick("", "\"strict\":true,") + "\"name\":" + random.quotedName() + ",\"description\":"
                + random.text() + ",\"input_schema\":"
                + random.schema() + "}";
    }

    private String searchTool() {
        return "{\"type\":\"web_search_20250305\",\"name\":\"web_search\",\"max_uses\":"
                + random.pick(1, 2, 3) + "}";
    }

    private String codeTool() {
        return "{\"type\":\"code_execution_20250825\",\"name\":" + random.quotedName() + "}";
    }
}
