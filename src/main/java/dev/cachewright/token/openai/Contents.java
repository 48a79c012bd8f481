package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.ServerJson;
import java.util.ArrayList;
import java.util.Set;

/// The content of a message or of a tool's output: texts, pictures by their size, and parts of unknown size. What is
/// not text has an identity where it stands.
record Contents(JsonNode content, PictureTokens counting) {

    private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text");
    private static final Set<String> IMAGES = Set.of("image_url", "input_image");
    private static final String[] MARKERS = {"cache_control", "prompt_cache_breakpoint"};

    static String textOf(JsonNode content) {
        if (!content.isArray()) {
            return content.isTextual() ? content.asText() : "";
        }
        var text = new StringBuilder();
        for (JsonNode part : content) {
            if (isText(part)) {
                text.append(part.path("text").asText(""));
            }
        }
        return text.toString();
    }

    String text() {
        return textOf(content);
    }

    /// Adds the parts in their order; texts that follow each other are one.
    Counted.Builder addTo(Counted.Builder counted) {
        if (!content.isArray()) {
            return counted.text(text());
        }
        var texts = new ArrayList<String>();
        for (JsonNode part : content) {
            if (isText(part)) {
                texts.add(part.path("text").asText(""));
            } else {
                counted.texts(texts);
                texts.clear();
                addOther(counted, part);
                counted.partEnd();
            }
        }
        return counted.texts(texts);
    }

    /// Tells apart all that follows by what is not text.
    Counted.Builder identify(Counted.Builder counted) {
        content.forEach(part -> {
            if (content.isArray() && !isText(part)) {
                counted.identity(ServerJson.without(part, MARKERS).toString());
            }
        });
        return counted;
    }

    /// Adds what is not text.
    Counted.Builder addOthers(Counted.Builder counted) {
        if (content.isArray()) {
            content.forEach(part -> {
                if (!isText(part)) {
                    addOther(counted, part);
                }
            });
        }
        return counted;
    }

    private void addOther(Counted.Builder counted, JsonNode part) {
        counted.identity(ServerJson.without(part, MARKERS).toString());
        if (IMAGES.contains(part.path("type").asText(""))) {
            var picture = counting.of(part);
            counted.signs(picture.tokens()).give(picture.band());
        } else {
            counted.give(Band.openAbove());
        }
    }

    private static boolean isText(JsonNode part) {
        return TEXTS.contains(part.path("type").asText(""));
    }
}
