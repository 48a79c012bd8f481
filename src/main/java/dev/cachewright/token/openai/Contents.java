package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import java.util.Set;

/// The text in the content of a message or of a tool's output, and how much else there is in it.
///
/// @param band exact where all of the content is text
/// @param pictures the tokens of its pictures
record Contents(String text, Band band, int pictures) {

    private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text");
    private static final Set<String> IMAGES = Set.of("image_url", "input_image");

    static Contents of(JsonNode content, PictureTokens counting) {
        if (!content.isArray()) {
            return new Contents(textOf(content), Band.EXACT, 0);
        }
        int pictures = 0;
        Band band = Band.EXACT;
        for (JsonNode part : content) {
            String type = part.path("type").asText("");
            if (IMAGES.contains(type)) {
                var picture = counting.of(part);
                pictures += picture.tokens();
                band = band.plus(picture.band());
            } else if (!TEXTS.contains(type)) {
                band = band.plus(Band.openAbove());
            }
        }
        return new Contents(textOf(content), band, pictures);
    }

    static String textOf(JsonNode content) {
        if (!content.isArray()) {
            return content.isTextual() ? content.asText() : "";
        }
        var text = new StringBuilder();
        for (JsonNode part : content) {
            if (TEXTS.contains(part.path("type").asText(""))) {
                text.append(part.path("text").asText(""));
            }
        }
        return text.toString();
    }

    /// Adds what is not text.
    Counted.Builder addOthers(Counted.Builder counted) {
        return counted.signs(pictures).give(band);
    }
}
