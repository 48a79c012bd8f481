package dev.cachewright.format.log.part;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a request body says of itself on its outermost level. Its texts are passed over, so that a glance costs no more
/// than finding where the body ends.
///
/// @param names of its fields
/// @param model empty where it names none
public record BodyGlance(List<String> names, String model) {

    static final BodyGlance NOTHING = new BodyGlance(List.of(), "");
    private static final String TOOLS = "tools";
    /// In the Messages API the system prompt never is a message that comes first.
    private static final Pattern SYSTEM_FIRST = Pattern
            .compile("\"messages\"\\s*+:\\s*+\\[\\s*+\\{\\s*+\"role\"\\s*+:\\s*+\"(?:system|developer)\"");

    public BodyGlance {
        names = List.copyOf(names);
    }

    /// A glance at a body.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where it is no JSON
    public static BodyGlance of(String body) {
        try (JsonParser parser = RawJson.parser(body)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? in(parser) : NOTHING;
        } catch (IOException e) {
            throw RawJson.unreadable(e, body);
        }
    }

    /// A glance in passing.
    ///
    /// @param parser at the beginning of an object; then at its end
    static BodyGlance in(JsonParser parser) throws IOException {
        List<String> names = new ArrayList<>();
        String model = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            names.add(name);
            if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("model")) {
                model = parser.getText();
            }
            parser.skipChildren();
        }
        return new BodyGlance(names, model);
    }

    /// The form of a request without an address; that of Gemini has none.
    Optional<Api> api(String body) {
        if (names.contains("input")) {
            return Optional.of(Api.RESPONSES);
        }
        if (!names.contains("messages")) {
            return Optional.empty();
        }
        boolean isClaude = names.contains("system") || model.startsWith("claude") && !SYSTEM_FIRST.matcher(body).find()
                || names.contains(TOOLS) && body.contains("\"input_schema\"");
        return Optional.of(isClaude ? Api.MESSAGES : Api.CHAT);
    }

    /// Whether some field may hold keys or headers.
    boolean mayHoldSecrets(String body) {
        return names.stream().anyMatch(name -> Secrets.isSecret(name) || Secrets.AROUND.contains(name))
                || names.contains(TOOLS) && Secrets.OF_TOOLS.stream().anyMatch(name -> body.contains('"' + name + '"'));
    }
}
