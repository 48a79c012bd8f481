package dev.cachewright.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Failure;
import java.util.HexFormat;
import java.util.Set;

/// Calls without their texts: of each text a hash and its length stay where it stood, so that it can still be said
/// where two requests part, and not what they say.
final class Blanked {

    /// Fields whose text is a word of the API.
    private static final Set<String> WORDS = Set.of("model", "role", "type", "ttl", "mode", "effort", "service_tier",
            "prompt_cache_retention");
    private static final int LONGEST_WORD = 80;
    private static final int HASH_BYTES = 6;

    private final byte[] salt;

    /// @param salt of the watch: the same text has the same hash in it, and cannot be found by trying without it
    Blanked(byte[] salt) {
        this.salt = salt.clone();
    }

    /// What is kept of what went out and came back.
    Exchange exchange(Exchange whole) {
        return new Exchange(blanked("", RawJson.tree(whole.body())).toString(), "");
    }

    /// The call without words of its prompt.
    Call call(Call whole) {
        CallForecast forecast = whole.forecast();
        Divergence changed = forecast.changed();
        var blank = new CallForecast(forecast.split(), forecast.cost(), forecast.promised(), forecast.reason(),
                new Divergence(changed.commonTokens(), changed.reason(), changed.place(), changed.body(), "", ""),
                forecast.certainty());
        Call.Measurement measured = whole.measurement();
        return new Call(whole.number(), whole.target(), blank, new Call.Measurement(result(measured.result()),
                measured.usage(), measured.timing(), measured.refused()), whole.bill());
    }

    /// A server may repeat the prompt where it refuses it.
    private static CallResult result(CallResult whole) {
        return whole instanceof CallResult.Failed(Failure.Known known)
                ? new CallResult.Failed(new Failure.Known(known.kind(), known.status(), "", known.server(),
                        known.retryAfterSeconds()))
                : whole;
    }

    private JsonNode blanked(String name, JsonNode node) {
        if (node.isObject()) {
            ObjectNode blank = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> blank.set(field.getKey(), blanked(field.getKey(), field.getValue())));
            return blank;
        }
        if (node.isArray()) {
            ArrayNode blank = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> blank.add(blanked(name, element)));
            return blank;
        }
        boolean isText = node.isTextual() && !(WORDS.contains(name) && node.textValue().length() <= LONGEST_WORD);
        return isText ? JsonNodeFactory.instance.textNode(mark(node.textValue())) : node;
    }

    private String mark(String text) {
        return "#" + HexFormat.of().formatHex(Secrets.hash(salt, text), 0, HASH_BYTES) + " " + text.length();
    }
}
