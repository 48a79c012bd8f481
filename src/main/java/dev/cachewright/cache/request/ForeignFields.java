package dev.cachewright.cache.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.cache.request.Refusal.Reason;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.part.ServerJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fields that look as if they spoke to a cache, and speak to none: those that an SDK or a gateway turns into others
/// before a request is sent, markers where they are only text, and OpenAI's own with a value that is not a text.
final class ForeignFields {

    private static final List<String> OF_SDKS = List.of("providerOptions", "provider_options", "providerMetadata",
            "experimental_providerMetadata", "cacheControl", "cachePoint", "cache_point",
            "cache_control_injection_points");
    private static final List<String> SCHEMAS = List.of("input_schema", "parameters");
    private static final List<String> TEXTS = List.of("prompt_cache_key", "prompt_cache_retention");

    private ForeignFields() {
    }

    /// What is to be said of them; hints, as they are sent as they are.
    static List<Refusal> in(Request request) {
        var found = new ArrayList<Refusal>();
        Map<String, String> extra = request.settings().extra();
        TEXTS.stream().filter(extra::containsKey).forEach(name -> found.add(notText(name)));
        Optional.ofNullable(extra.get(SentRequest.OPTIONS)).flatMap(ServerJson::read)
                .ifPresent(options -> checkOptions(options, found));
        OF_SDKS.stream().filter(extra::containsKey).forEach(name -> found.add(new Refusal(Reason.FIELD_OF_SDK, "", name,
                List.of())));
        for (Message message : request.messages()) {
            if (message.form() == Form.ITEM || message.role() == Role.TOOLS) {
                check(message, found);
            }
        }
        return List.copyOf(found);
    }

    private static void checkOptions(JsonNode options, List<Refusal> found) {
        if (!options.isObject()) {
            found.add(new Refusal(Reason.FIELD_NOT_OBJECT, "", SentRequest.OPTIONS, List.of()));
        }
        for (String name : List.of("mode", "ttl")) {
            if (options.hasNonNull(name) && !options.get(name).isTextual()) {
                found.add(notText(SentRequest.OPTIONS + "." + name));
            }
        }
    }

    private static Refusal notText(String field) {
        return new Refusal(Reason.FIELD_NOT_TEXT, "", field, List.of());
    }

    private static void check(Message message, List<Refusal> found) {
        String json = message.text();
        String block = message.segments().getFirst().blockId();
        OF_SDKS.stream().filter(name -> json.contains('"' + name + '"'))
                .filter(name -> ServerJson.read(json).filter(tree -> tree.findValue(name) != null).isPresent())
                .forEach(name -> found.add(new Refusal(Reason.FIELD_OF_SDK, block, name, List.of())));
        String marker = MarkForm.CACHE_CONTROL.field();
        if (message.role() == Role.TOOLS && json.contains('"' + marker + '"')) {
            boolean isInSchema = ServerJson.read(json).stream().flatMap(tools -> SCHEMAS.stream()
                    .flatMap(name -> tools.findValues(name).stream())).anyMatch(
                            schema -> schema.findValue(
                                    marker) != null);
            if (isInSchema) {
                found.add(new Refusal(Reason.MARKER_IN_SCHEMA, block, marker, List.of()));
            }
        }
    }
}
