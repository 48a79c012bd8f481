package dev.cachewright.format.traffic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.util.Optional;

/// The text of a part of a message.
final class PartText {

    private PartText() {
    }

    /// @param raw a JSON object
    /// @return empty where the part is of another kind
    static Optional<String> of(String raw) {
        try (JsonParser parser = RawJson.parser(raw)) {
            Optional<String> text = Optional.empty();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("text") && parser.currentToken() == JsonToken.VALUE_STRING) {
                    text = Optional.of(parser.getText());
                } else if (name.equals("type") && !parser.getText().endsWith("text")) {
                    return Optional.empty();
                } else {
                    parser.skipChildren();
                }
            }
            return text;
        } catch (IOException e) {
            throw RawJson.unreadable(e, raw);
        }
    }
}
