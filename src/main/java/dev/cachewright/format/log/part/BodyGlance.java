package dev.cachewright.format.log.part;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a request body says of itself on its outermost level. Its texts are passed over, so that a glance costs no more
/// than finding where the body ends.
///
/// @param names of its fields
/// @param model empty where it names none
/// @param inTools names of fields in its tools, of those that are looked for
/// @param isAscii whether it is known to have no other characters
public record BodyGlance(List<String> names, String model, Set<String> inTools, boolean isAscii) {

    static final BodyGlance NOTHING = new BodyGlance(List.of(), "", Set.of(), false);
    /// How the Messages API calls the schema of a tool.
    private static final String INPUT_SCHEMA = "input_schema";
    private static final String TOOLS = "tools";
    /// In the Messages API the system prompt never is a message that comes first.
    private static final Pattern SYSTEM_FIRST = Pattern
            .compile("\"messages\"\\s*+:\\s*+\\[\\s*+\\{\\s*+\"role\"\\s*+:\\s*+\"(?:system|developer)\"");

    public BodyGlance {
        names = List.copyOf(names);
        inTools = Set.copyOf(inTools);
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
        Set<String> inTools = new HashSet<>();
        String model = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            names.add(name);
            if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("model")) {
                model = parser.getText();
            }
            if (name.equals(TOOLS)) {
                lookThrough(parser, inTools);
            } else {
                parser.skipChildren();
            }
        }
        return new BodyGlance(names, model, inTools, false);
    }

    BodyGlance ofAscii(boolean isKnown) {
        return new BodyGlance(names, model, inTools, isKnown);
    }

    private static void lookThrough(JsonParser tools, Set<String> found) throws IOException {
        int depth = 0;
        for (JsonToken token = tools.currentToken();; token = tools.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                String name = tools.currentName();
                if (name.equals(INPUT_SCHEMA) || Secrets.OF_TOOLS.contains(name)) {
                    found.add(name);
                }
            } else {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            if (depth == 0) {
                return;
            }
        }
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
                || inTools.contains(INPUT_SCHEMA);
        return Optional.of(isClaude ? Api.MESSAGES : Api.CHAT);
    }

    /// Whether some field may hold keys or headers.
    boolean mayHoldSecrets() {
        for (String name : names) {
            if (Secrets.isSecret(name) || Secrets.AROUND.contains(name)) {
                return true;
            }
        }
        return !inTools.isEmpty() && !inTools.equals(Set.of(INPUT_SCHEMA));
    }
}
