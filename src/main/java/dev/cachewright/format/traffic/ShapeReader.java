package dev.cachewright.format.traffic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cachewright.format.json.Bytes;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.traffic.piece.PieceCutter;
import dev.cachewright.traffic.piece.RequestShape;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Set;

/// Reads the shape of a request body in one pass over its JSON: no tree, no prompt, and only new text is counted.
///
/// Tokens are those of the pieces, a few more or fewer than those of the whole; where the server has reported its input,
/// the profile scales them to it. Safe for several threads.
public final class ShapeReader {

    private static final Set<String> TOOLS = Set.of("tools", "functions");
    private static final Set<String> INSTRUCTIONS = Set.of("system", "instructions");
    private static final Set<String> MESSAGES = Set.of("messages", "input");
    private static final Set<String> SCHEMAS = Set.of("response_format", "text");
    /// What no cache looks at, and what may be as long as it likes.
    private static final Set<String> PASSED_OVER = Set.of("metadata", "user", "stream", "stream_options", "max_tokens",
            "max_completion_tokens", "max_output_tokens", "temperature", "top_p", "seed", "store", "stop", "include");

    private final PieceCutter cutter;

    public ShapeReader(PieceCutter cutter) {
        this.cutter = cutter;
    }

    /// @param api of the endpoint
    /// @param model in place of the one in the body, where that names none
    /// @throws InputException with line and column where the body is no JSON object
    public RequestShape read(String body, Api api, String model) {
        return read(body, false, api, model);
    }

    /// @param isAscii whether the body is known to have no other characters
    RequestShape read(String body, boolean isAscii, Api api, String model) {
        var parts = new ShapeBuilder(cutter);
        var extra = new LinkedHashMap<String, String>();
        String named = model;
        CacheSettings wishes = CacheSettings.none();
        try (RequestJson json = RequestJson.of(Bytes.of(body, isAscii))) {
            JsonParser parser = json.parser();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InputException("A request body is a JSON object", 1, 1);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                var place = new ContentParts(parts, json, "/" + field);
                if (TOOLS.contains(field)) {
                    place.tools();
                } else if (INSTRUCTIONS.contains(field)) {
                    place.content(Role.SYSTEM);
                } else if (MESSAGES.contains(field)) {
                    place.messages();
                } else if (PASSED_OVER.contains(field)) {
                    parser.skipChildren();
                } else if (field.equals("model")) {
                    named = parser.getText();
                } else {
                    String raw = json.slice();
                    if (SCHEMAS.contains(field) && raw.contains("schema")) {
                        place.schema(raw);
                    }
                    wishes = WishFields.with(wishes, field, raw);
                    extra.put(field, raw);
                }
            }
        } catch (IOException e) {
            throw RawJson.unreadable(e, body);
        }
        return parts.build(wishes, new Settings(named, api, new LinkedHashMap<>(), wishes, extra));
    }
}
