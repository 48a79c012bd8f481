package dev.cachewright.advice;

import java.util.Optional;

/// A change that would bring something: where, how sure that is, what it brings, and the edit that makes it.
///
/// @param source the page of the model's vendor that says so
/// @param gain what the forecast shows; nothing where there is no edit
/// @param fix empty where no edit of the prompt can mend it
/// @param better what mends the same and saves more, so that one of the two is enough; empty as a rule
public record Advice(Rule rule, String source, Severity severity, Confidence confidence, Spot spot, Telling telling,
        Gain gain, Optional<Fix> fix, Optional<Advice> better) {

    Advice(Candidate of, String source, Severity severity, Gain gain, Optional<Fix> fix) {
        this(of.rule(), source, severity, of.confidence(), of.spot(), of.telling(), gain, fix, Optional.empty());
    }

    /// The same as the lesser of two that mend the same, which is no fault where the other is done.
    Advice beside(Advice other) {
        return new Advice(rule, source, Severity.INFO, confidence, spot, telling, gain, fix, Optional.of(other));
    }
}
