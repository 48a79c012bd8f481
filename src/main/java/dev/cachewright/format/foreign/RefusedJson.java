package dev.cachewright.format.foreign;

import dev.cachewright.prompt.text.InputException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// JSON objects that are known, and no prompt that can be read; the first that fits says what it is.
final class RefusedJson {

    private static final Map<String, Predicate<JsonText>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put(Refusals.NOTEBOOK, json -> json.has("nbformat") && json.has("cells"));
        KNOWN.put(Refusals.CHAINFORGE, json -> json.raw("flow").contains("\"nodes\""));
        KNOWN.put(Refusals.SPANS, json -> json.hasAny("resourceSpans", "scopeSpans")
                || json.hasAny("spanId", "span_id", "context") && json.has("attributes")
                || json.fields().keySet().stream().anyMatch(name -> name.startsWith("gen_ai.")));
        KNOWN.put(Refusals.LANGSMITH, json -> json.has("run_type") && json.hasAny("inputs", "outputs"));
        KNOWN.put(Refusals.BATCH_OUTPUT, json -> json.has("custom_id") && json.hasAny("response", "result", "error")
                && !json.hasAny("body", "params"));
        KNOWN.put(Refusals.GEMINI, json -> json.isArray("contents"));
        KNOWN.put(Refusals.ANSWER, RefusedJson::isAnswer);
        KNOWN.put(Refusals.ASSISTANT, json -> json.has("assistant_id"));
        KNOWN.put(Refusals.EMBEDDINGS, json -> json.has("input") && !json.hasAny("messages", "instructions")
                && (model(json).contains("embed") || json.hasAny("encoding_format", "dimensions", "input_type")));
        KNOWN.put(Refusals.MODERATION, json -> json.has("input") && model(json).contains("moderation"));
        KNOWN.put(Refusals.SPEECH, json -> json.has("input") && json.has("voice") && !json.has("instructions_id")
                && !json.isArray("input"));
        KNOWN.put(Refusals.TRANSCRIPTION, json -> !json.hasAny("messages", "input")
                && (json.has("file") && json.has("model") || model(json).contains("whisper")
                        || model(json).contains("transcribe")));
        KNOWN.put(Refusals.RERANK, json -> json.has("query") && json.has("documents"));
        KNOWN.put(Refusals.IMAGES, json -> json.isText("prompt") && (json.hasAny("size", "quality", "style")
                || model(json).matches(".*(dall-e|image|imagen|flux|stable-diffusion).*")));
        KNOWN.put(Refusals.COMPLETIONS, json -> json.has("prompt") && !json.isObject("prompt") && json.has("model")
                && !json.hasAny("messages", "input", "name", "config", "_type"));
    }

    private RefusedJson() {
    }

    /// @throws InputException where it is one of those
    static void require(JsonText json) {
        KNOWN.forEach((sentence, is) -> {
            if (is.test(json)) {
                throw Refusals.of(sentence);
            }
        });
    }

    private static boolean isAnswer(JsonText json) {
        boolean isMessage = json.text("type").equals("message") && json.hasAny("stop_reason", "usage");
        boolean isResponse = json.text("object").matches("response|chat\\.completion(\\.chunk)?|text_completion|list");
        return !json.hasAny("messages", "request") && (isMessage || isResponse || json.has("choices"));
    }

    private static String model(JsonText json) {
        return json.text("model").toLowerCase(Locale.ROOT);
    }
}
