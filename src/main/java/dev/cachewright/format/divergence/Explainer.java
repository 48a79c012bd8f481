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
import dev.cachewright.session.SentBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Explains any two requests from their bodies: where the later one leaves the earlier, why, and what that costs.
///
/// It takes some hundredths of a second for bodies of hundreds of kilobytes: not on the UI thread.
public final class Explainer {

    private static final Pattern MESSAGE = Pattern.compile("/(?:messages|input)/(\\d{1,9})(?:/.*)?");

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
    }

    /// @param ignored differences that are left out of account
    /// @param at when the later one is sent, for its prices
    /// @throws dev.cachewright.prompt.text.InputException where a body is no request
    public static Explanation explain(Side earlier, Side later, Set<Normalising> ignored, Instant at) {
        return new Explainer(earlier, later, ignored, at).explanation(ignored);
    }

    private Explanation explanation(Set<Normalising> ignored) {
        BodyDifference difference = BodyDifference.ofPlain(earlier.plain(), later.plain());
        Divergence divergence = divergence(difference);
        Relation relation = relation(divergence);
        int common = divergence.commonTokens();
        int kept = rebilling.keptTokens(common);
        int again = relation == Relation.PARTS ? rebilling.tokens(kept, common) : 0;
        var figures = new Figures(laterSide.destination().estimate(later.counted()).range(common),
                earlierSide.destination().inputOf(earlier.counted()),
                laterSide.destination().inputOf(later.counted()), again, rebilling.costOf(again));
        TokenTexts tokens = relation == Relation.SAME || common >= later.tokens().size()
                || !RequestParts.isText(divergence.body().path())
                        ? new TokenTexts(List.of(), List.of())
                        : TokenTexts.of(earlier.tokens(), later.tokens(), common, List.of(
                                earlierSide.destination().counter().tokenizer(),
                                laterSide.destination().counter().tokenizer()));
        BodyPlace inLater = Causes.inBody(divergence, reconciled);
        return new Explanation(relation, divergence,
                spot(earlier.tree(), earlierSide, divergence.body(), tokens.earlier()),
                spot(later.tree(), laterSide, inLater, tokens.later()), figures,
                findings(difference, relation, kept, ignored));
    }

    /// A difference in a message of which the server shows the model nothing is none.
    private Divergence divergence(BodyDifference difference) {
        Divergence found = RequestDivergence.of(earlier.tokens(), later.tokens(), difference);
        boolean isUnseen = MESSAGE.matcher(difference.path()).matches()
                && earlier.tokens().total() == later.tokens().total()
                && found.commonTokens() == later.tokens().total();
        return isUnseen ? Divergence.inSetting(found.commonTokens(), "") : found;
    }

    private Findings findings(BodyDifference difference, Relation relation, int kept, Set<Normalising> ignored) {
        var causes = new Causes(earlier, later, difference, ignored);
        Map<Normalising, Normalising.Effect> effects = causes.effects();
        var found = new ArrayList<Cause>();
        if (relation == Relation.PARTS) {
            found.addAll(causes.find(effects));
        } else {
            rebilling.unmarked(kept).ifPresent(found::add);
        }
        return new Findings(found, ignored, effects);
    }

    private Relation relation(Divergence divergence) {
        if (divergence.reason().isEmpty()) {
            return Relation.SAME;
        }
        Matcher message = MESSAGE.matcher(divergence.body().path());
        if (!message.matches()) {
            return Relation.PARTS;
        }
        int index = Integer.parseInt(message.group(1));
        boolean areLists = earlier.messages().isArray() && later.messages().isArray();
        return areLists && index >= earlier.messages().size() ? Relation.GOES_ON
                : areLists && index >= later.messages().size() ? Relation.ENDS_BEFORE : Relation.PARTS;
    }

    private Spot spot(JsonNode body, Side side, BodyPlace place, List<TokenText> tokens) {
        JsonNode other = side == earlierSide ? later.tree() : earlier.tree();
        Part part = RequestParts.partAt(body, place.path()).or(() -> RequestParts.partAt(other, place.path()))
                .orElseGet(() -> Part.setting(place.path().isEmpty() ? ""
                        : place.path().substring(1).replace('/', '.')));
        JsonNode value = body.at(place.path());
        String text = value.isTextual() ? value.textValue() : "";
        Spot.At at = place.path().isEmpty()
                ? BlockPlaces.inText("", "")
                : BlockPlaces.at(side.body(), side.blocks(),
                        BodyPlaces.offsetOf(side.body(), place.path(), place.offset()))
                        .orElseGet(() -> BlockPlaces.inText("",
                                text.substring(0, Math.min(place.offset(), text.length()))));
        return new Spot(part, place, at, tokens);
    }
}
