package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.analysis.Divergence.BodyPlace;
import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Explanation.Relation;
import dev.cachewright.divergence.Figures;
import dev.cachewright.divergence.Findings;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.divergence.Part;
import dev.cachewright.divergence.Spot;
import dev.cachewright.divergence.TokenText;
import dev.cachewright.format.json.JsonPlaces;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.SentBlock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Explains any two requests from their bodies: where the later one leaves the earlier, why, and what that costs.
///
/// It takes some hundredths of a second for bodies of hundreds of kilobytes: not on the UI thread.
public final class Explainer {

    private final Side earlierSide;
    private final Side laterSide;
    private final CountedBody earlier;
    private final CountedBody later;
    private final Reconciled reconciled;
    private final Rebilling rebilling;

    private Explainer(Side earlierSide, Side laterSide, Set<Normalising> ignored, Instant at) {
        this.earlierSide = earlierSide;
        this.laterSide = laterSide;
        earlier = CountedBody.of(earlierSide.body(), earlierSide.destination());
        CountedBody sent = CountedBody.of(laterSide.body(), laterSide.destination());
        reconciled = Reconciled.of(earlier.tree(), sent.tree(), ignored);
        later = ignored.isEmpty() ? sent : CountedBody.of(reconciled.tree(), laterSide.destination());
        rebilling = new Rebilling(earlier, later, at);
    }

    /// One of two requests.
    ///
    /// @param body as it was sent, JSON
    /// @param blocks what of the body is of which block; none where that is not known
    public record Side(String body, List<SentBlock> blocks, Destination destination) {

        public Side {
            blocks = List.copyOf(blocks);
        }

        /// What a call sent.
        public Side(Exchange sent, Destination destination) {
            this(sent.body(), sent.blocks(), destination);
        }
    }

    /// @param ignored differences that are left out of account
    /// @param at when the later one is sent, for its prices
    /// @throws dev.cachewright.prompt.text.InputException where a body is no request
    public static Explanation explain(Side earlier, Side later, Set<Normalising> ignored, Instant at) {
        return new Explainer(earlier, later, ignored, at).explanation(ignored);
    }

    private Explanation explanation(Set<Normalising> ignored) {
        BodyDifference difference = BodyDifference.ofPlain(earlier.plain(), later.plain());
        Standing standing = Standing.of(earlier, later, difference, rebilling);
        Divergence divergence = standing.divergence();
        TokenTexts tokens = standing.isInTokens(later)
                ? TokenTexts.of(earlier.tokens(), later.tokens(), divergence.commonTokens(), List.of(
                        earlierSide.destination().counter().tokenizer(),
                        laterSide.destination().counter().tokenizer()))
                : new TokenTexts(List.of(), List.of());
        int kept = rebilling.keptTokens(divergence.commonTokens());
        BodyPlace place = divergence.body();
        var inLater = new BodyPlace(place.path(), reconciled.offsetInBody(place.path(), place.offset()));
        String trait = standing.trait().map(Cause::name).orElse("");
        Optional<Cause> unmarked = standing.relation() == Relation.PARTS ? Optional.empty() : rebilling.unmarked(kept);
        return new Explanation(standing.relation(), divergence,
                spot(earlierSide, place, partAt(earlier.tree(), later.tree(), place, trait), tokens.earlier()),
                spot(laterSide, inLater, partAt(later.tree(), earlier.tree(), place, trait), tokens.later()),
                figures(standing, kept, unmarked), findings(difference, standing, unmarked, ignored));
    }

    private Figures figures(Standing standing, int kept, Optional<Cause> unmarked) {
        int common = standing.divergence().commonTokens();
        int again = standing.relation() == Relation.PARTS ? rebilling.tokens(kept, common)
                : unmarked.map(_ -> rebilling.unread(kept)).orElse(0);
        return new Figures(laterSide.destination().estimate(later.counted()).range(common),
                earlierSide.destination().inputOf(earlier.counted()),
                laterSide.destination().inputOf(later.counted()), again, rebilling.costOf(again));
    }

    private Findings findings(BodyDifference difference, Standing standing, Optional<Cause> unmarked,
            Set<Normalising> ignored) {
        var causes = new Causes(earlier, later, difference, ignored);
        Map<Normalising, Normalising.Effect> effects = causes.effects();
        List<Cause> found = standing.trait().map(List::of)
                .orElseGet(() -> standing.relation() == Relation.PARTS
                        ? withValues(causes.find(effects), difference)
                        : unmarked.map(List::of).orElse(List.of()));
        return new Findings(found, ignored, effects);
    }

    /// Where nothing but text differs, and in both it is that of a variable, nobody has edited it.
    private List<Cause> withValues(List<Cause> found, BodyDifference difference) {
        boolean isOfValues = found.equals(List.of(Cause.of(Cause.Kind.TEXT_EDITED)))
                && isValue(earlierSide, difference) && isValue(laterSide, difference);
        return isOfValues ? List.of(Cause.of(Cause.Kind.VALUE_CHANGED)) : found;
    }

    private static boolean isValue(Side side, BodyDifference difference) {
        return !difference.path().isEmpty() && BlockPlaces.isValue(side.blocks(),
                JsonPlaces.offsetOf(side.body(), difference.path(), difference.offset()));
    }

    /// The part at a place, in the other body where this one does not have it.
    private static Part partAt(JsonNode body, JsonNode other, BodyPlace place, String trait) {
        return RequestParts.partAt(body, place.path()).or(() -> RequestParts.partAt(other, place.path()))
                .orElseGet(() -> Part.setting(place.path().isEmpty() ? trait
                        : place.path().substring(1).replace('/', '.')));
    }

    private static Spot spot(Side side, BodyPlace place, Part part, List<TokenText> tokens) {
        if (place.path().isEmpty()) {
            return new Spot(part, place, BlockPlaces.inText("", ""), tokens);
        }
        int offset = JsonPlaces.offsetOf(side.body(), place.path(), place.offset());
        Spot.At at = BlockPlaces.at(side.body(), side.blocks(), offset).orElseGet(() -> {
            String text = RawJson.tree(side.body()).at(place.path()).asText("");
            return BlockPlaces.inText("", text.substring(0, Math.min(place.offset(), text.length())));
        });
        return new Spot(part, place, at, tokens);
    }
}
