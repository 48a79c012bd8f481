package dev.cachewright.format.body;

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
            boolean hasLine = tree.at(FIRST_SYSTEM).isTextual() && BillingLine.is(tree.at(FIRST_SYSTEM).asText());
            if (hasLine) {
                ((ObjectNode) tree.at("/system/0")).put("text", BillingLine.NAME);
            }
            return new Side(tokens, hasLine ? tree.toString() : body);
        }
    }

    /// Where the later request leaves the earlier one, in the order in which a server puts a prompt together.
    ///
    /// @return [Divergence#NONE] with all tokens in common where the prompts are identical
    /// @throws dev.cachewright.prompt.text.InputException where a body is not JSON
    public static Divergence of(Side earlier, Side later) {
        BodyDifference difference = BodyDifference.of(earlier.body(), later.body());
        // Requests to different models share nothing, however alike their texts are.
        int common = difference.reason().equals(OTHER_MODEL) ? 0 : earlier.tokens().commonPrefix(later.tokens());
        // What a choice of tools adds stands at the end, and parts nothing before it.
        boolean areSame = common >= Math.max(earlier.tokens().size(), later.tokens().size());
        if (difference.isNone()) {
            return areSame
                    ? Divergence.inSetting(common, "")
                    : Divergence.of(earlier.tokens(), later.tokens(), common, BodyPart.INPUT);
        }
        Divergence inText = Divergence.of(earlier.tokens(), later.tokens(), common, difference.reason());
        return new Divergence(common, difference.reason(), inText.place(),
                new BodyPlace(difference.path(), difference.offset()), difference.a(), difference.b());
    }
}
