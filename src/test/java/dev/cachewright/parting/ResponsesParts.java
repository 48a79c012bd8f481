package dev.cachewright.parting;

import dev.cachewright.format.json.RawJson;
import java.util.ArrayList;
import java.util.List;

/// The fields of a Responses request.
final class ResponsesParts {

    private final RandomBodies random;

    ResponsesParts(RandomBodies random) {
        this.random = random;
    }

    List<String> all() {
        var fields = new ArrayList<String>();
        fields.add("\"instructions\":\"" + random.beginning() + '"');
        if (random.maybe()) {
            fields.add("\"tools\":" + RandomBodies.list(random.some(List.of(tool(), tool(), search(), files()))));
        }
        if (random.maybe()) {
            fields.add("\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":" + random.quotedName()
                    + ",\"strict\":true,\"schema\":" + random.schema() + "}}");
        }
        fields.add(random.pick("\"store\":false", "\"previous_response_id\":" + random.quotedName(),
                "\"conversation\":" + random.quotedName(), "\"prompt\":{\"id\":" + random.quotedName() + "}"));
        var items = new ArrayList<String>();
        items.add("{\"role\":\"developer\",\"content\":[{\"type\":\"input_text\",\"text\":" + random.text()
                + random.marker() + "}]}");
        for (int i = random.pick(1, 2, 3); i > 0; i--) {
            addTurn(items);
        }
        items.add("{\"role\":\"user\",\"content\":\"" + random.end() + "\"}");
        fields.add("\"input\":" + RandomBodies.list(items));
        return fields;
    }

    private void addTurn(List<String> items) {
        items.add("{\"role\":\"user\",\"content\":" + RandomBodies.list(random.some(List.of(text(), picture(), drawn(),
                file(), fileAt(), text()))) + "}");
        items.addAll(random.some(List.of(reasoning(random.data().substring(1)), reasoning("b".repeat(1_000)
                + random.data().substring(1)), searchCall(), compaction())));
        var ids = new ArrayList<String>();
        for (int i = random.pick(1, 1, 2, 3); i > 0; i--) {
            ids.add(random.quotedName());
            items.add("{\"type\":\"function_call\",\"call_id\":" + ids.getLast() + ",\"name\":" + random.quotedName()
                    + ",\"arguments\":" + RawJson.quote(random.input()) + "}");
        }
        ids.forEach(id -> items.add("{\"type\":\"function_call_output\",\"call_id\":" + id + ",\"output\":"
                + random.pick(random.text(), RandomBodies.list(random.some(List.of(text(), picture(), text()))))
                + "}"));
        items.add("{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":"
                + random.text() + "}]}");
    }

    private String text() {
        return "{\"type\":\"input_text\",\"text\":" + random.text() + "}";
    }

    private String picture() {
        return "{\"type\":\"input_image\",\"image_url\":" + random.url() + ",\"detail\":\"low\"}";
    }

    private String drawn() {
        return "{\"type\":\"input_image\",\"image_url\":\"data:image/png;base64," + random.data().substring(1) + "}";
    }

    private String file() {
        return "{\"type\":\"input_file\",\"filename\":" + random.quotedName()
                + ",\"file_data\":\"data:application/pdf;base64," + random.data().substring(1) + "}";
    }

    private String fileAt() {
        return "{\"type\":\"input_file\",\"file_id\":" + random.quotedName() + "}";
    }

    private String reasoning(String encrypted) {
        return "{\"type\":\"reasoning\",\"id\":" + random.quotedName() + ",\"summary\":[],\"encrypted_content\":\""
                + encrypted + "}";
    }

    private String compaction() {
        return "{\"type\":\"compaction\",\"encrypted_content\":" + random.data() + "}";
    }

    private String searchCall() {
        return "{\"type\":\"web_search_call\",\"id\":" + random.quotedName() + ",\"action\":{\"type\":\"search\","
                + "\"query\":" + random.text() + "}}";
    }

    private String tool() {
        return "{\"type\":\"function\",\"name\":" + random.quotedName() + ",\"description\":" + random.text()
                + ",\"strict\":true,\"parameters\":" + random.schema() + "}";
    }

    private String search() {
        return "{\"type\":\"web_search\",\"search_context_size\":" + random.quotedName() + "}";
    }

    private String files() {
        return "{\"type\":\"file_search\",\"vector_store_ids\":[" + random.quotedName() + "]}";
    }
}
