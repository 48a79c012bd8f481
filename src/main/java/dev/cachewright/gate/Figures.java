package dev.cachewright.gate;

import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Money;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a prompt's calls are forecast to be: those of its rows from a cold cache on, or one warm call where it has no
/// rows.
///
/// @param staticPrefix what all calls share at their beginning
/// @param hitRate from 0 to 1; empty where no cache rules are known
/// @param costPerCall of the input; empty where no price is known
public record Figures(String model, TokenRange staticPrefix, OptionalDouble hitRate, Optional<Money> costPerCall,
        int calls) {
}
