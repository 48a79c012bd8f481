package dev.cachewright.traffic;

import dev.cachewright.catalog.Money;
import java.util.Optional;

/// Tokens that a call had to process again, and why.
///
/// @param tokens as its server counts them
/// @param cost what it paid more for them; empty where the model has no price
/// @param example of the two calls
record Loss(WasteCause cause, long tokens, Optional<Money> cost, Example example) {
}
