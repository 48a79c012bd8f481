package dev.cachewright.divergence;

import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Money;
import java.util.Optional;

/// What a divergence comes to.
///
/// @param common tokens that both requests begin with
/// @param earlier tokens of the earlier request
/// @param later tokens of the later one
/// @param billedAgain tokens of the later request after the divergence that the earlier one had, and that would have
/// been read by the rules of the cache
/// @param cost what these cost more than if they had been read, by the rates of the later request; empty where there
/// is no price
public record Figures(TokenRange common, TokenRange earlier, TokenRange later, int billedAgain,
        Optional<Money> cost) {
}
