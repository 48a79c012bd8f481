package dev.cachewright.provider.simulated.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.provider.simulated.answer.ApiError;
import dev.cachewright.provider.simulated.answer.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Says in Anthropic's words what the rules of requests refuse of breakpoints and lifetimes.
///
/// Whether something is refused, [SentRequest] decides alone, as it does for the window; here is only how it is said,
/// and where in the body it stands.
final class MarksCheck {

    private static final String MARK = MarkForm.CACHE_CONTROL.field();
    private static final String TTL = "ttl";

    private final CacheTerms terms;
    private final List<Mark> marks;

    private MarksCheck(JsonNode body, CacheTerms terms) {
        this.terms = terms;
        this.marks = Mark.in(body);
    }

    /// @throws ApiError 400 where the request is refused
    static void check(Asked asked, CacheTerms terms) {
        List<Refusal> refusals = SentRequest.of(asked.counted().request(), Optional.of(terms)).refusals();
        if (refusals.isEmpty()) {
            return;
        }
        var check = new MarksCheck(asked.body(), terms);
        refusals.stream().map(check::words).flatMap(Optional::stream).findFirst().ifPresent(words -> {
            throw ApiError.badRequest(words);
        });
    }

    /// Empty where Anthropic takes it all the same.
    private Optional<String> words(Refusal refusal) {
        return switch (refusal.reason()) {
            case TOO_MANY ->
                Optional.of("A maximum of " + terms.slots() + " blocks with cache_control may be provided. "
                        + "Found " + marks.size() + ".");
            case AUTOMATIC_WITHOUT_SLOT ->
                Optional.of("A maximum of " + terms.slots() + " blocks with cache_control may "
                        + "be provided. Found " + (terms.slots() + 1) + ", with the automatic one.");
            case SHORT_BEFORE_LONG ->
                Optional.of(longAfterShort() + "cache_control.ttl: a ttl='1h' cache_control block "
                        + "must not come after a ttl='5m' cache_control block. Note that blocks are processed in the "
                        + "following order: `tools`, `system`, `messages`.");
            case AUTOMATIC_WITH_OTHER_TTL -> Optional.of("cache_control.ttl: the last block has a cache_control with "
                    + "another ttl.");
            case EMPTY_TEXT -> Optional.of(placeOf(Mark::isEmptyText) + "text: cache_control cannot be set for empty "
                    + "text blocks");
            case THINKING -> Optional.of(placeOf(mark -> mark.typeEndsWith("thinking"))
                    + "cache_control: cannot be set for thinking blocks");
            case DEFERRED_TOOL -> Optional.of(placeOf(mark -> mark.block().path("defer_loading").asBoolean())
                    + "cache_control: cannot be set for tools with defer_loading");
            case MARKER_UNKNOWN, AUTOMATIC_UNKNOWN, MODE_UNKNOWN -> Optional.of(placeOf(mark -> !mark.isEphemeral())
                    + "cache_control: Input tag does not match any of the expected tags: 'ephemeral'");
            case MARKER_TTL, BREAKPOINT_TTL, TTL_UNKNOWN -> Optional.of(placeOf(mark -> !terms.ttls().contains(mark
                    .ttl())) + "cache_control.ttl: Input should be '" + String.join("' or '", terms.ttls()) + "'");
            case MARKER_NOT_READ -> Optional.of(MarkForm.BREAKPOINT.field() + ": Extra inputs are not permitted");
            default -> refusal.isHint()
                    ? Optional.empty()
                    : Optional.of("cache_control: not supported by this model or at this place");
        };
    }

    private String placeOf(Predicate<Mark> isMeant) {
        return marks.stream().filter(isMeant).findFirst().map(Mark::place).orElse("");
    }

    private String longAfterShort() {
        boolean isShortBefore = false;
        for (Mark mark : marks) {
            if (isShortBefore && mark.ttl().equals(terms.ttls().getLast())) {
                return mark.place();
            }
            isShortBefore = isShortBefore || mark.ttl().equals(terms.ttls().getFirst());
        }
        return "";
    }

    /// A marker in a body.
    ///
    /// @param place as Anthropic names it, with the point after it: `messages.0.content.1.`
    /// @param block that carries it
    private record Mark(String place, JsonNode block) {

        /// In the order in which a server reads them: tools, system, messages.
        static List<Mark> in(JsonNode body) {
            var marks = new ArrayList<Mark>();
            addBlocks(marks, "tools", body.path("tools"));
            addBlocks(marks, "system", body.path("system"));
            JsonNode messages = body.path("messages");
            for (int i = 0; i < messages.size(); i++) {
                addBlocks(marks, "messages." + i + ".content", messages.get(i).path("content"));
            }
            if (body.hasNonNull(MARK)) {
                marks.add(new Mark("", body));
            }
            return marks;
        }

        private static void addBlocks(List<Mark> marks, String place, JsonNode blocks) {
            for (int i = 0; blocks.isArray() && i < blocks.size(); i++) {
                addBlocks(marks, place + "." + i + ".content", blocks.get(i).path("content"));
                if (blocks.get(i).hasNonNull(MARK)) {
                    marks.add(new Mark(place + "." + i + ".", blocks.get(i)));
                }
            }
        }

        boolean isEphemeral() {
            return block.path(MARK).path("type").asText().equals("ephemeral");
        }

        /// The default lifetime where none is named.
        String ttl() {
            return block.path(MARK).path(TTL).asText("5m");
        }

        boolean isEmptyText() {
            return block.path("type").asText().equals("text") && block.path("text").asText().isBlank();
        }

        boolean typeEndsWith(String word) {
            return block.path("type").asText().endsWith(word);
        }
    }
}
