package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.token.request.RequestTokens;

/// A body with the tokens that its server makes of it.
///
/// @param json what is compared: the body without what this server leaves out
/// @param tree of that
/// @param plain the same without what no server makes part of the prompt
record CountedBody(String json, JsonNode tree, JsonNode plain, Destination destination, CountedRequest counted) {

    /// @throws dev.cachewright.prompt.text.InputException where the body is no request
    static CountedBody of(String body, Destination destination) {
        return of(body, RawJson.tree(body), destination);
    }

    static CountedBody of(JsonNode tree, Destination destination) {
        return of(tree.toString(), tree, destination);
    }

    private static CountedBody of(String body, JsonNode tree, Destination destination) {
        CountedRequest counted = destination.countAsIs(Renderer.render(RequestBodyReader.read(body), Row.empty()));
        JsonNode compared = destination.isAtAnthropic() ? RequestDivergence.withoutBillingLine(tree) : tree;
        return new CountedBody(body, compared, PlainBody.of(compared), destination, counted);
    }

    RequestTokens tokens() {
        return counted.tokens();
    }

    /// The list of messages.
    JsonNode messages() {
        return tree.has("input") ? tree.path("input") : tree.path("messages");
    }
}
