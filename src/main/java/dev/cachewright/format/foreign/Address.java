package dev.cachewright.format.foreign;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.text.InputException;
import java.util.Map;
import java.util.Optional;

/// Where a request goes, by the end of its path. Queries are left out: they may hold keys.
///
/// @param path without query, and without a slash at its end
record Address(String path) {

    /// What is sent elsewhere than to a chat, by the end of the path.
    private static final Map<String, String> OTHERS = Map.of(
            "/embeddings", Refusals.EMBEDDINGS, "/moderations", Refusals.MODERATION,
            "/audio/speech", Refusals.SPEECH, "/audio/transcriptions", Refusals.TRANSCRIPTION,
            "/audio/translations", Refusals.TRANSCRIPTION, "/images/generations", Refusals.IMAGES,
            "/images/edits", Refusals.IMAGES, "/completions", Refusals.COMPLETIONS);

    static Address of(String url) {
        String path = url.strip().replaceFirst("[?#].*", "").replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/]*", "");
        return new Address(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /// The endpoint; empty where the path is not one that is known.
    Optional<Api> api() {
        if (path.endsWith("/chat/completions")) {
            return Optional.of(Api.CHAT);
        }
        if (path.endsWith("/responses")) {
            return Optional.of(Api.RESPONSES);
        }
        return path.endsWith("/messages") ? Optional.of(Api.MESSAGES) : Optional.empty();
    }

    /// Whether a prompt goes there, readable or not.
    boolean isModel() {
        return api().isPresent() || isGemini() || path.endsWith("/converse") || path.endsWith("/converse-stream");
    }

    boolean isGemini() {
        return path.endsWith(":generateContent") || path.endsWith(":streamGenerateContent");
    }

    /// The model in the path of Bedrock; empty where it names none.
    String model() {
        String[] steps = path.split("/");
        boolean isConverse = path.endsWith("/converse") || path.endsWith("/converse-stream");
        return isConverse && steps.length > 2 ? steps[steps.length - 2].replace("%3A", ":").replace("%3a", ":") : "";
    }

    /// @throws InputException where what is sent there is no prompt that can be read
    void require() {
        if (isGemini()) {
            throw Refusals.of(Refusals.GEMINI);
        }
        if (api().isEmpty()) {
            OTHERS.forEach((end, sentence) -> {
                if (path.endsWith(end)) {
                    throw Refusals.of(sentence);
                }
            });
        }
    }
}
