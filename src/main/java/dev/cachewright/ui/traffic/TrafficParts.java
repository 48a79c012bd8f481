package dev.cachewright.ui.traffic;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.ui.fx.Background;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BiPredicate;

/// What the view of traffic works with.
///
/// @param holdsCalls whether there are so many recorded calls at a place; reads a part of what is there
/// @param clock for the time that is left, and the prices of the day
public record TrafficParts(TrafficReader reader, FamilyReader families, BiPredicate<Path, Integer> holdsCalls,
        Analyst analyst, Background background, InstantSource clock) {
}
