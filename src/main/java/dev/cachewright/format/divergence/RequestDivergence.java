package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.analysis.Divergence.BodyPlace;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.token.claude.BillingLine;
import dev.cachewright.token.request.RequestTokens;

/// Compares any two requests: their tokens, and the bodies that hold them.
public final class RequestDivergence {

    private static final String FIRST_SYSTEM = "/system/0/text";
    private static final String OTHER_MODEL = "model_changed";

    private RequestDivergence() {
    }

    /// A request to compare.
    ///
    /// @param body as it was or would be sent, JSON
    public record Side(RequestTokens tokens, String body) {

        /// A request to Anthropic's own server, where the line for the bill makes no difference.
        public static Side atAnthropic(RequestTokens tokens, String body) {
            JsonNode tree = RawJson.tree(body);
            JsonNode without = withoutBillingLine(tree);
            return new Side(tokens, without == tree ? body : without.toString());
        }
    }

    /// The body with the same line for the bill in each; the same tree where it has none.
    static JsonNode withoutBillingLine(JsonNode body) {
        boolean hasLine = body.at(FIRST_SYSTEM).isTextual() && BillingLine.is(body.at(FIRST_SYSTEM).asText());
        if (!hasLine) {
            return body;
        }
        JsonNode same = body.deepCopy();
        ((ObjectNode) same.at("/system/0")).put("text", BillingLine.NAME);
        return same;
    }

    /// Where the later request leaves the earlier one, in the order in which a server puts a prompt together.
    ///
    /// @return [Divergence#NONE] with all tokens in common where the prompts are identical
    /// @throws dev.cachewright.prompt.text.InputException where a body is not JSON
    public static Divergence of(Side earlier, Side later) {
        return of(earlier.tokens(), later.tokens(), BodyDifference.of(earlier.body(), later.body()));
    }

    /// @param difference of their bodies
    static Divergence of(RequestTokens earlier, RequestTokens later, BodyDifference difference) {
        // Requests to different models share nothing, however alike their texts are.
        int common = difference.reason().equals(OTHER_MODEL) ? 0 : earlier.commonPrefix(later);
        // What a choice of tools adds stands at the end, and parts nothing before it.
        boolean areSame = common >= Math.max(earlier.size(), later.size());
        if (difference.isNone()) {
            return areSame
                    ? Divergence.inSetting(common, "")
                    : Divergence.of(earlier, later, common, BodyPart.INPUT);
        }
        Divergence inText = Divergence.of(earlier, later, common, difference.reason());
        return new Divergence(common, difference.reason(), inText.place(),
                new BodyPlace(difference.path(), difference.offset()), difference.a(), difference.b());
    }
}
