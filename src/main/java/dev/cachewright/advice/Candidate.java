package dev.cachewright.advice;

import dev.cachewright.cache.request.Refusal;
import java.util.List;

/// Something that a rule has found, before it is known what mending it would bring.
///
/// @param worth when it is given
/// @param fixes edits of which each would mend it; the best is offered
/// @param assumed text that is taken to change although nothing in the rows shows it; none as a rule
public record Candidate(Rule rule, Severity severity, Confidence confidence, Spot spot, Telling telling, Worth worth,
        List<Fix> fixes, List<ChangingPiece> assumed) {

    public Candidate {
        fixes = List.copyOf(fixes);
        assumed = List.copyOf(assumed);
    }

    public Candidate(Rule rule, Severity severity, Confidence confidence, Spot spot, Telling telling, Worth worth,
            List<Fix> fixes) {
        this(rule, severity, confidence, spot, telling, worth, fixes, List.of());
    }

    /// Something that a provider refuses, or honours less than it seems.
    public static Candidate of(Refusal refusal, Spot spot, List<Fix> fixes) {
        return new Candidate(Rule.of(refusal), refusal.isHint() ? Severity.WARNING : Severity.ERROR, Confidence.PROVEN,
                spot, Telling.of(refusal), Worth.ALWAYS, fixes);
    }

    /// When a finding becomes advice.
    public enum Worth {
        /// Where the forecast is better with one of its fixes.
        GAIN,
        /// Unless the forecast is worse with each of its fixes: what it brings is not in the forecast.
        SAFE,
        /// Always: the provider refuses the request, or a second request proves it.
        ALWAYS
    }
}
