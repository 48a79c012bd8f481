package dev.cachewright.format.foreign;

import dev.cachewright.format.body.ConverseBody;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A request body found inside something else: a command, a log, an HTTP file. Its braces are text.
final class WireBody {

    /// Names of fields that hold keys, or headers in which keys are sent.
    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(api[-_]?key|authorization|secret|password|access[-_]?token|headers|credential).*");

    private final List<String> notes;

    /// @param notes gets what is left out
    WireBody(List<String> notes) {
        this.notes = notes;
    }

    /// @param address where it is sent, which decides its form
    /// @throws InputException with the place in `json` where it is no request that can be read
    Prompt read(String json, Address address) {
        address.require();
        if (!RawJson.isObject(json)) {
            RawJson.tree(json);
            throw Refusals.of("The data of this request is no JSON object: only requests to a chat can be opened");
        }
        var fields = JsonText.of(json);
        RefusedJson.require(fields);
        if (!address.model().isEmpty()) {
            Prompt read = ConverseBody.read(json);
            return withoutKeys(read.withSettings(read.settings().withModel(address.model())));
        }
        Optional<Api> api = address.api().filter(_ -> fields.has("messages") || fields.has("input")
                || fields.isObject("prompt"));
        return withoutKeys(api.map(form -> RequestBodyReader.read(json, form))
                .orElseGet(() -> RequestBodyReader.read(json)));
    }

    /// The prompt without fields that may hold keys.
    Prompt withoutKeys(Prompt prompt) {
        Settings settings = prompt.settings();
        var extra = new LinkedHashMap<>(settings.extra());
        var dropped = new ArrayList<String>();
        extra.keySet().removeIf(name -> SECRET.matcher(name).matches() && dropped.add(name));
        if (dropped.isEmpty()) {
            return prompt;
        }
        notes.add("Left out, since keys may be in there: " + String.join(", ", dropped) + ".");
        return prompt.withSettings(settings.withExtra(extra));
    }
}
