package dev.cachewright.parting;

import dev.cachewright.format.json.RawJson;
import java.util.ArrayList;
import java.util.List;

/// The fields of a Chat Completions request.
final class ChatParts {

    private final RandomBodies random;

    ChatParts(RandomBodies random) {
        this.random = random;
    }

    List<String> all() {
        var fields = new ArrayList<String>();
        if (random.maybe()) {
            fields.add("\"tools\":" + RandomBodies.list(random.some(List.of(tool(), tool(), custom()))));
        }
        if (random.maybe()) {
            fields.add("\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":" + random.quotedName()
                    + ",\"strict\":true,\"schema\":" + random.schema() + "}}");
        }
        if (!random.maybe()) {
            fields.add(random.pick("\"web_search_options\":{\"search_context_size\":" + random.quotedName() + "}",
                    "\"plugins\":[{\"id\":" + random.quotedName() + "}]"));
        }
        var messages = new ArrayList<String>();
        messages.add("{\"role\":\"system\",\"content\":[{\"type\":\"text\",\"text\":\"" + random.beginning() + '"'
                + random.marker() + "}]}");
        for (int i = random.pick(1, 2, 3); i > 0; i--) {
            addTurn(messages);
        }
        messages.add("{\"role\":\"user\",\"content\":\"" + random.end() + "\"}");
        fields.add("\"messages\":" + RandomBodies.list(messages));
        return fields;
    }

    private void addTurn(List<String> messages) {
        messages.add("{\"role\":\"user\"" + (random.maybe() ? "" : ",\"name\":" + random.quotedName()) + ",\"content\":"
                + RandomBodies.list(random.some(List.of(text(), picture(random.url()), drawn(), file(), sound(),
                        text())))
                + "}");
        var ids = new ArrayList<String>();
        var calls = new ArrayList<String>();
        for (int i = random.pick(1, 1, 2, 3); i > 0; i--) {
            ids.add(random.quotedName());
            calls.add("{\"id\":" + ids.getLast() + ",\"type\":\"function\",\"function\":{\"name\":"
                    + random.quotedName() + ",\"arguments\":" + RawJson.quote(random.input()) + "}}");
        }
        messages.add("{\"role\":\"assistant\",\"content\":" + random.pick("null", random.text()) + ",\"tool_calls\":"
                + RandomBodies.list(calls) + "}");
        ids.forEach(id -> messages.add("{\"role\":\"tool\",\"tool_call_id\":" + id + ",\"content\":"
                + random.pick(random.text(), RandomBodies.list(List.of(text(), text()))) + "}"));
        messages.add(random.pick("{\"role\":\"assistant\",\"content\":" + random.text() + "}",
                "{\"role\":\"assistant\",\"content\":null,\"refusal\":" + random.text() + "}"));
    }

    private String text() {
        return "{\"type\":\"text\",\"text\":" + random.text() + "}";
    }

    private String picture(String url) {
        return "{\"type\":\"image_url\",\"image_url\":{\"url\":" + url + ",\"detail\":\"low\"}}";
    }

    private String drawn() {
        return picture("\"data:image/png;base64," + random.data().substring(1));
    }

    private String file() {
        return "{\"type\":\"file\",\"file\":{\"filename\":" + random.quotedName()
                + ",\"file_data\":\"data:application/pdf;base64," + random.data().substring(1) + "}}";
    }

    private String sound() {
        return "{\"type\":\"input_audio\",\"input_audio\":{\"format\":\"wav\",\"data\":" + random.data() + "}}";
    }

    private String tool() {
        return "{\"type\":\"function\",\"function\":{\"name\":" + random.quotedName() + ",\"description\":"
                + random.text() + ",\"parameters\":" + random.schema() + "}}";
    }

    private String custom() {
        return "{\"type\":\"custom\",\"custom\":{\"name\":" + random.quotedName() + ",\"description\":" + random.text()
                + "}}";
    }
}
