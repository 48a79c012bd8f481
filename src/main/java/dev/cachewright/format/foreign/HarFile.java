package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;

/// An HTTP archive (HAR 1.2): the request of its first entry that goes to a chat. Headers and cookies are never read.
final class HarFile {

    private HarFile() {
    }

    static boolean is(JsonText json) {
        return json.isObject("log") && json.raw("log").contains("\"entries\"");
    }

    /// @throws InputException where no entry holds a request that can be read
    static Recognized read(JsonText json) {
        JsonNode entries = json.at("log").path("entries");
        var fitting = new ArrayList<Integer>();
        for (int i = 0; i < entries.size(); i++) {
            if (address(entries.get(i)).isModel() && !body(entries.get(i)).isEmpty()) {
                fitting.add(i);
            }
        }
        if (fitting.isEmpty()) {
            throw Refusals.of("This HTTP archive holds no request to a chat: none of its " + entries.size()
                    + " entries goes to /chat/completions, /responses, /messages or /converse");
        }
        int first = fitting.stream().filter(i -> !address(entries.get(i)).isGemini()).findFirst()
                .orElse(fitting.getFirst());
        JsonNode entry = entries.get(first);
        int others = fitting.size() - 1;
        List<String> notes = new ArrayList<>();
        notes.add("Taken from an HTTP archive: the body of entry " + (first + 1) + ", to " + address(entry).path()
                + "; headers, cookies and the answer are left out."
                + (others == 0 ? "" : " " + others + (others == 1 ? " other entry goes" : " other entries go")
                        + " to a chat as well: cachewright replay takes such calls, one on a line."));
        try {
            return new Recognized.Foreign(new WireBody(notes).read(body(entry), address(entry)), "", notes);
        } catch (InputException e) {
            throw RawJson.placedAt("/log/entries/" + first, json.text(), e.getMessage());
        }
    }

    private static Address address(JsonNode entry) {
        return Address.of(entry.path("request").path("url").asText(""));
    }

    private static String body(JsonNode entry) {
        return entry.path("request").path("postData").path("text").asText("");
    }
}
