package dev.cachewright.ui.editor.marks;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.ui.kit.rail.PrefixRail.RailZone;
import dev.cachewright.ui.kit.rail.RailTick;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.ArrayList;
import java.util.Optional;

/// The marks of a prompt whose tokens are estimated: no line and no step at one token, but the zone in which the
/// threshold lies.
final class EstimateMarks {

    private EstimateMarks() {
    }

    static PrefixMarks.Line of(Analysis analysis) {
        var ticks = new ArrayList<RailTick>();
        certainStep(analysis).ifPresent(step -> ticks.add(new RailTick(
                analysis.estimate().positionOf(step, analysis.tokens().size()), Texts.format("editor.zone", step),
                false, "")));
        return new PrefixMarks.Line(analysis.prefix().end(), caption(analysis), ticks, zone(analysis));
    }

    /// The step above the threshold that the cache counts the prefix as, where both ends of the band come to the same.
    private static Optional<Integer> certainStep(Analysis analysis) {
        TokenRange prefix = analysis.prefixTokens();
        TokenRange total = analysis.total();
        return analysis.outlook().filter(outlook -> outlook.cacheable() > outlook.rules().threshold())
                .filter(outlook -> outlook.rules().reusable(prefix.low(), total.low()) == outlook.rules()
                        .reusable(prefix.high(), total.high()))
                .map(Outlook::cacheable);
    }

    static String caption(Analysis analysis) {
        TokenRange prefix = analysis.prefixTokens();
        String ends = TokenWords.inSentence(prefix);
        int threshold = analysis.threshold().orElse(0);
        int cacheable = analysis.outlook().map(Outlook::cacheable).orElse(0);
        if (threshold > 0 && !prefix.mayReach(threshold)) {
            return Texts.format("editor.prefix-below", ends, threshold);
        }
        if (threshold > 0 && !prefix.reaches(threshold)) {
            return Texts.format("editor.prefix-around", ends, threshold);
        }
        return cacheable > 0
                ? Texts.format("editor.prefix-about-cacheable", ends, certainStep(analysis).isPresent()
                        ? Numbers.count(cacheable) : TokenWords.about(Numbers.count(cacheable)))
                : Texts.format("editor.prefix-about", ends);
    }

    /// Where the threshold is reached; empty where it is not.
    static Optional<RailZone> zone(Analysis analysis) {
        int size = analysis.tokens().size();
        return analysis.threshold().filter(threshold -> threshold > 0).flatMap(threshold -> {
            Estimate.Zone zone = analysis.estimate().zoneOf(threshold, size);
            return zone.from() > size
                    ? Optional.empty()
                    : Optional.of(new RailZone(zone.from(), Math.min(size, zone.to())));
        });
    }
}
