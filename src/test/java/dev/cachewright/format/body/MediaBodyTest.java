package dev.cachewright.format.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.request.ContentReader;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.catalog.Model;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.TextCounter;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.part.Framing;
import dev.cachewright.token.request.Place;
import dev.cachewright.token.request.RequestCounter;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.token.request.TokenSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A message of several blocks with a picture, on the wire and in the counts.
class MediaBodyTest {

    private static final TextCounter TEXTS = SharedTokenizers.ALL.counterOf(Encoding.O200K_BASE);
    private static final String PICTURE = "data:image/png;base64,AAAA";

    private static Request request(String model, Api api) {
        Prompt prompt = Prompt.of(List.of(
                Block.of("rules", Role.USER, Kind.STATIC, "Look \"well\".\n").withBreakpoint(true),
                Block.of("photo", Role.USER, Kind.DYNAMIC, "{{media url=at}} First:\n").withJoined(true),
                Block.of("end", Role.USER, Kind.STATIC, "{{media url=\"" + PICTURE + "\"}}Compare.").withJoined(true)),
                Settings.of(model, api));
        return Renderer.render(prompt, new Row(Map.of("at", PICTURE)));
    }

    private static RequestBody body(String model, Api api) {
        return RequestBodyWriter.write(SentRequest.of(request(model, api), BundledCatalog.read().find(model).map(
                Model::cache)), false);
    }

    @Test
    void aBreakpointIsOnTheLastPartOfItsBlock() {
        JsonNode content = RawJson.tree(body("claude-sonnet-5-5", Api.MESSAGES).json()).at("/messages/0/content");

        assertThat(content).extracting(part -> part.path("type").asText()).containsExactly("text", "image", "text",
                "image", "text");
        assertThat(content).extracting(part -> part.has("cache_control")).containsExactly(true, false, false, false,
                false);
    }

    @Test
    void everyPlaceOfABlockStandsInTheBody() {
        for (String model : List.of("claude-sonnet-5-5", "gpt-4o")) {
            RequestBody body = body(model, model.startsWith("gpt") ? Api.RESPONSES : Api.MESSAGES);

            assertThat(body.json().substring(body.offsetOf(new Place("rules", 8)))).startsWith("ll\\\".\\n\"");
            assertThat(body.json().substring(body.offsetOf(new Place("rules", 6)))).startsWith("well\\\".\\n\"");
            RawJson.tree(body.json());
        }
    }

    @Test
    void eachBlockEndsWithItsLastPart() {
        Request request = request("m", Api.CHAT);
        RequestTokens tokens = new RequestCounter(TEXTS, Framing.plain()).count(request);

        assertThat(tokens.spans()).extracting(TokenSpan::blockId).containsExactly("rules", "photo", "end");
        assertThat(tokens.spans()).allMatch(span -> span.tokens() > 0);
        assertThat(tokens.spans().getLast().cumulative()).isEqualTo(tokens.size());
        int first = tokens.spans().getFirst().cumulative();
        assertThat(new ContentReader().read(request, tokens).ends())
                .extracting(ContentEnd::blockId, ContentEnd::isLast, ContentEnd::mark)
                .containsExactly(tuple("rules", false, Optional.of("")), tuple("photo", false, Optional.empty()),
                        tuple("photo", false, Optional.empty()), tuple("end", false, Optional.empty()),
                        tuple("end", true, Optional.empty()));
        assertThat(new ContentReader().read(request, tokens).ends().getFirst().position()).isEqualTo(first);
    }
}
