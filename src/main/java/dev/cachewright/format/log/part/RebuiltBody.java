package dev.cachewright.format.log.part;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// A request put together from the parts that a log keeps of it: model, settings, messages.
public final class RebuiltBody {

    /// Fields beside the settings that some programs put among them.
    private static final Set<String> NO_SETTINGS = Set.of("_type", "ls_provider", "ls_model_type", "model_name",
            "metadata", "litellm_params", "complete_input_dict", "stream_response");

    private final SequencedMap<String, String> fields = new LinkedHashMap<>();

    /// @param model empty where it is not known
    public RebuiltBody(String model) {
        if (!model.isEmpty()) {
            fields.put("model", RawJson.quote(model));
        }
    }

    /// Adds settings; those that hold secrets, and those that are `null`, are left out.
    public RebuiltBody settings(LogFields settings) {
        settings.all().forEach((name, value) -> {
            if (!NO_SETTINGS.contains(name) && !Secrets.isSecret(name) && !value.equals("null")) {
                fields.putIfAbsent(name, value);
            }
        });
        return this;
    }

    public RebuiltBody field(String name, String json) {
        fields.put(name, json);
        return this;
    }

    /// Adds what was sent: a list of messages, a body or the part of one, or a text of the user.
    ///
    /// @param list the name of the field for messages
    public RebuiltBody input(String list, String json) {
        String text = json.startsWith("\"") ? RawJson.text(json).orElse("") : "";
        String value = text.isEmpty() || isJson(text) ? text.isEmpty() ? json : text : "";
        if (RawJson.isArray(value)) {
            fields.put(list, value);
        } else if (RawJson.isObject(value)) {
            LogFields.of(value).all().forEach((name, inner) -> {
                if (!Secrets.isSecret(name)) {
                    fields.put(name, inner);
                }
            });
        } else if (!text.isBlank()) {
            fields.put(list, "[{\"role\": \"user\", \"content\": " + RawJson.quote(text) + "}]");
        }
        return this;
    }

    private static boolean isJson(String text) {
        try {
            return (RawJson.isArray(text) || RawJson.isObject(text)) && !RawJson.tree(text).isEmpty();
        } catch (InputException _) {
            return false;
        }
    }

    /// The request; empty where it has no messages.
    public Optional<String> json() {
        boolean isThere = Set.of("messages", "input", "contents").stream().map(fields::get)
                .anyMatch(value -> value != null && !value.equals("[]") && !value.equals("null"));
        return isThere ? Optional.of(RawJson.object(fields)) : Optional.empty();
    }
}
