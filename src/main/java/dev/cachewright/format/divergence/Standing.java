package dev.cachewright.format.divergence;

import dev.cachewright.analysis.Divergence;
import dev.cachewright.analysis.Divergence.BodyPlace;
import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation.Relation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a request stands to an earlier one, and where it leaves it.
///
/// @param trait what all of the content changed in, where nothing that was sent before did; else empty
record Standing(Relation relation, Divergence divergence, Optional<Cause> trait) {

    private static final Pattern MESSAGE = Pattern.compile("/(?:messages|input)/(\\d{1,9})(?:/.*)?");

    /// @param difference of their bodies
    static Standing of(CountedBody earlier, CountedBody later, BodyDifference difference, Rebilling rebilling) {
        Divergence divergence = divergence(earlier, later, difference);
        Relation relation = relation(earlier, later, divergence);
        Optional<Cause> trait = relation == Relation.PARTS ? Optional.empty() : rebilling.trait();
        return trait.map(cause -> new Standing(Relation.PARTS, inTrait(divergence, cause), trait))
                .orElseGet(() -> new Standing(relation, divergence, trait));
    }

    /// A difference in a message of which the server shows the model nothing is none.
    private static Divergence divergence(CountedBody earlier, CountedBody later, BodyDifference difference) {
        Divergence found = RequestDivergence.of(earlier.tokens(), later.tokens(), difference);
        boolean isUnseen = MESSAGE.matcher(difference.path()).matches()
                && earlier.tokens().total() == later.tokens().total()
                && found.commonTokens() == later.tokens().total();
        return isUnseen ? Divergence.inSetting(found.commonTokens(), "") : found;
    }

    private static Relation relation(CountedBody earlier, CountedBody later, Divergence divergence) {
        if (divergence.reason().isEmpty()) {
            return Relation.SAME;
        }
        Matcher message = MESSAGE.matcher(divergence.body().path());
        if (!message.matches() || !earlier.messages().isArray() || !later.messages().isArray()) {
            return Relation.PARTS;
        }
        int index = Integer.parseInt(message.group(1));
        return index >= earlier.messages().size() ? Relation.GOES_ON
                : index >= later.messages().size() ? Relation.ENDS_BEFORE : Relation.PARTS;
    }

    private static Divergence inTrait(Divergence found, Cause trait) {
        return new Divergence(found.commonTokens(), "messages_changed", found.place(), BodyPlace.NONE, trait.before(),
                trait.now());
    }

    /// Whether tokens differ where they part: not where a setting does, nor where the one is the beginning of the other.
    boolean isInTokens(CountedBody later) {
        return relation != Relation.SAME && divergence.commonTokens() < later.tokens().size()
                && RequestParts.isText(divergence.body().path());
    }
}
