package dev.cachewright.token.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import java.util.Set;

/// The text in the content of a message or of a tool's output, and how much else there is in it.
///
/// @param band exact where all of the content is text
record Contents(String text, Band band) {

    private static final Set<String> TEXTS = Set.of("text", "input_text", "output_text");
    private static final Set<String> IMAGES = Set.of("image_url", "input_image");
    /// A picture costs 85 tokens at least and, in up to eight tiles of 170, 1,445 at most.
    /// Source: OpenAI's guide to images for the gpt-4o family, as known on 2026-11-23.
    private static final Band IMAGE = new Band(0, 1_445);

    /// The parts in their order: what is not text is an identity at its place.
    static Counted counted(JsonNode content, Tokenizer tokenizer) {
        Contents contents = of(content);
        var counted = new Counted.Builder(tokenizer).give(contents.band());
        if (!content.isArray()) {
            return counted.text(contents.text()).build();
        }
        var text = new StringBuilder();
        for (JsonNode part : content) {
            if (TEXTS.contains(part.path("type").asText(""))) {
                text.append(part.path("text").asText(""));
            } else {
                counted.text(text.toString()).identity(part.toString());
                text.setLength(0);
            }
        }
        return counted.text(text.toString()).build();
    }

    static Contents of(JsonNode content) {
        if (!content.isArray()) {
            return new Contents(content.isTextual() ? content.asText() : "", Band.EXACT);
        }
        var text = new StringBuilder();
        Band band = Band.EXACT;
        for (JsonNode part : content) {
            String type = part.path("type").asText("");
            if (TEXTS.contains(type)) {
                text.append(part.path("text").asText(""));
            } else {
                band = band.plus(IMAGES.contains(type) ? IMAGE : Band.openAbove());
            }
        }
        return new Contents(text.toString(), band);
    }
}
