package dev.cachewright.advice;

import java.util.Optional;

/// A change that would bring something: where, how sure that is, what it brings, and the edit that makes it.
///
/// @param source the page of the model's vendor that says so
/// @param gain what the forecast shows; nothing where there is no edit
/// @param fix empty where no edit of the prompt can mend it
public record Advice(Rule rule, String source, Severity severity, Confidence confidence, Spot spot, Telling telling,
        Gain gain,
        Optional<Fix> fix) {
}
