package dev.cachewright.cache.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.Settings;
import java.util.Arrays;
import java.util.Optional;

/// How a request body marks its breakpoints.
///
/// Gateways such as OpenRouter and LiteLLM take `cache_control` in Chat Completions to Anthropic's models.
public enum MarkForm {

    /// `{"type": "ephemeral", "ttl": "1h"}` on tools and content parts: Messages, and Claude in Chat Completions.
    CACHE_CONTROL("cache_control"),
    /// `{"mode": "explicit", "ttl": "12h"}` on content parts: OpenAI's own APIs.
    BREAKPOINT("prompt_cache_breakpoint");

    private static final String TTL = "ttl";
    /// A longer text is taken for one that says something.
    private static final int LONGEST_BLANK = 1_000;

    private final String field;

    MarkForm(String field) {
        this.field = field;
    }

    public static MarkForm of(Settings settings) {
        return of(settings.api(), settings.model());
    }

    public static MarkForm of(Api api, String model) {
        return api == Api.MESSAGES || api == Api.CHAT && model.contains("claude") ? CACHE_CONTROL : BREAKPOINT;
    }

    /// Whether there may be a marker in this JSON.
    static boolean isIn(String json) {
        return Arrays.stream(values()).anyMatch(form -> json.contains(form.field));
    }

    /// How many characters of a text count where a text without any takes no breakpoint: Anthropic refuses blanks alone.
    int lengthOf(Segment segment) {
        boolean mayBeBlank = this == CACHE_CONTROL && segment.length() <= LONGEST_BLANK;
        return mayBeBlank && segment.text().isBlank() ? 0 : segment.length();
    }

    /// The name of the field.
    public String field() {
        return field;
    }

    /// The lifetime that a marker names, or an empty text; nothing where no provider knows such a marker.
    Optional<String> read(JsonNode marker) {
        boolean isKnown = this == CACHE_CONTROL
                ? marker.path("type").asText().equals("ephemeral")
                : marker.path("mode").asText().equals("explicit");
        return isKnown ? Optional.of(marker.path(TTL).asText("")) : Optional.empty();
    }

    /// The lifetime of a marker that a breakpoint of a block stands for; nothing where it says more than that.
    public Optional<String> ofBlock(JsonNode marker) {
        boolean hasTtl = marker.path(TTL).isTextual();
        return read(marker).filter(ttl -> marker.size() == (hasTtl ? 2 : 1));
    }
}
