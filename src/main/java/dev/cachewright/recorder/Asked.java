package dev.cachewright.recorder;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Settings;
import java.util.Optional;
import java.util.Set;

/// A request that was read.
///
/// @param body as it was sent, JSON
/// @param lifetimes that its breakpoints ask for
/// @param input tokens as counted
/// @param keyHash tells its key from others of the watch
record Asked(String body, Settings settings, Set<String> lifetimes, Optional<Model> model, TokenRange input,
        CallForecast forecast, String keyHash) {
}
