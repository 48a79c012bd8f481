/// The chart of calls: the drawing of [dev.cachewright.chart.ChartLayout] on a canvas, and what a user does with it.
///
/// Colours and fonts come from the style sheet by way of [dev.cachewright.ui.kit.chart.ChartInks].
package dev.cachewright.ui.kit.chart;
