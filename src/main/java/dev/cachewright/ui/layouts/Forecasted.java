package dev.cachewright.ui.layouts;

import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.LayoutForecast;
import java.util.Optional;

/// A layout with its forecast, or why it has none.
///
/// @param problem empty where it has one
record Forecasted(Layout layout, Optional<LayoutForecast> forecast, String problem) {
}
