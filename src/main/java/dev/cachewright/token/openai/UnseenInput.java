package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.part.ServerJson;
import java.util.List;
import java.util.stream.Collectors;

/// Input that the server adds and the request does not contain.
final class UnseenInput {

    /// Each names something on the server: an earlier answer, a conversation, a stored prompt, the web.
    private static final List<String> NAMING = List.of("previous_response_id", "conversation", "prompt",
            "web_search_options");

    private static final List<String> NAMED = List.of("previous_response_id", "conversation", "web_search_options",
            "plugins");
    private static final List<String> FIRST = List.of("prompt", "functions");

    /// Parts of the prompt that are left among the settings where they have not the form of their API.
    private static final List<String> UNREAD = List.of("tools");

    private UnseenInput() {
    }

    /// What the settings name, but for a stored prompt, as text; empty where they name nothing.
    static String named(Settings settings) {
        return valuesOf(settings, NAMED);
    }

    /// The stored prompt and legacy functions, as text.
    static String stored(Settings settings) {
        return valuesOf(settings, FIRST);
    }

    private static String valuesOf(Settings settings, List<String> names) {
        var extra = settings.extra();
        return names.stream().filter(name -> !extra.getOrDefault(name, "null").equals("null"))
                .map(name -> name + '=' + ServerJson.compact(extra.get(name))).collect(Collectors.joining("\n"));
    }

    /// How many tokens more the server may count for the settings of a request.
    static Band of(Settings settings, Framing framing) {
        var extra = settings.extra();
        boolean names = NAMING.stream().anyMatch(name -> !extra.getOrDefault(name, "null").equals("null"));
        boolean isUnread = UNREAD.stream().anyMatch(name -> !extra.getOrDefault(name, "null").equals("null"));
        if (names || isUnread || framing.passesOverSystem()) {
            return Band.openAbove();
        }
        // In this mode the server asks several times and counts each: 1,549 tokens were recorded for 18.
        boolean isPro = ServerJson.read(extra.getOrDefault("reasoning", "{}")).map(node -> node.path("mode")).map(
                JsonNode::asText).filter("pro"::equals).isPresent();
        if (isPro) {
            return Band.openAbove();
        }
        return Band.EXACT;
    }
}
