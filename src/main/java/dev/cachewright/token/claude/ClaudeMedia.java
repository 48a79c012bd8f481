package dev.cachewright.token.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.token.part.Band;
import dev.cachewright.token.part.Counted;
import dev.cachewright.token.part.PictureSize;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The tokens of pictures and documents, in Claude's own.
///
/// A picture costs its area divided by 750, and is made smaller above 1,568 pixels a side or 1,600 tokens (Anthropic's
/// page on vision); 40 recorded pictures agree within 4 tokens. What lies elsewhere has no size here.
final class ClaudeMedia {

    private static final double AREA = 750;
    private static final int LONGEST_SIDE = 1568;
    private static final int MOST = 1600;
    /// Newer models take larger pictures.
    private static final int MOST_OF_NEWER = 4784;
    private static final int PICTURE = 3;
    private static final int USUAL_PICTURE = 350;
    /// Around a document of text: 42 to 49 tokens in five recordings.
    private static final int DOCUMENT = 40;
    private static final int DOCUMENT_DOUBT = 15;
    /// A page of a PDF is a picture and its text: 1,590 to 2,650 tokens in nine recordings of one page.
    private static final int PAGE = 1650;
    private static final int LEAST_PAGE = 1500;
    private static final int MOST_OF_PAGE = 4000;
    private static final Pattern PAGES = Pattern.compile("/Type\\s*/Page(?![a-zA-Z])");

    private final ClaudeUnits units;

    ClaudeMedia(ClaudeUnits units) {
        this.units = units;
    }

    void addPicture(Counted.Builder counted, JsonNode block) {
        JsonNode source = block.path("source");
        String data = source.has("data") ? source.path("data").asText() : block.path("image_url").path("url").asText();
        Optional<PictureSize> size = PictureSize.of(data);
        if (size.isEmpty()) {
            add(counted, PICTURE + 1, USUAL_PICTURE, MOST_OF_NEWER);
            return;
        }
        double width = size.get().width();
        double height = size.get().height();
        double scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
        double own = Math.min(MOST, width * height * scale * scale / AREA);
        boolean isShrunk = scale < 1 || own == MOST;
        double most = isShrunk ? Math.min(MOST_OF_NEWER, width * height / AREA) : own + 2;
        add(counted, Math.max(1, own - 1), own + PICTURE, most + PICTURE);
    }

    void addDocument(Counted.Builder counted, JsonNode block) {
        JsonNode source = block.path("source");
        String title = block.path("title").asText("") + block.path("context").asText("");
        switch (source.path("type").asText()) {
            case "text" -> text(counted, title + source.path("data").asText());
            case "content" -> text(counted, title + String.join("", source.path("content").findValuesAsText("text")));
            case "base64" -> {
                int pages = pages(source.path("data").asText());
                add(counted, (double) LEAST_PAGE * pages, (double) PAGE * pages, (double) MOST_OF_PAGE * pages);
            }
            default -> {
                add(counted, DOCUMENT / 2.0, PAGE, PAGE);
                counted.give(Band.openAbove());
            }
        }
    }

    private void text(Counted.Builder counted, String text) {
        counted.signs(units.of(DOCUMENT)).text(text).give(Band.about(units.of(DOCUMENT_DOUBT)));
    }

    private static int pages(String base64) {
        try {
            String pdf = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1);
            return Math.max(1, (int) PAGES.matcher(pdf).results().count());
        } catch (IllegalArgumentException _) {
            return 1;
        }
    }

    private void add(Counted.Builder counted, double least, double usual, double most) {
        int signs = Math.max(1, units.of(usual));
        counted.signs(signs).give(new Band(Math.max(0, signs - units.of(least)), Math.max(0, units.of(most) - signs)));
    }
}
