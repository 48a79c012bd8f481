/// The chart of calls as a drawing: rectangles, lines and words, each in a role, laid out from numbers alone.
///
/// One layout serves the screen, pictures and SVG: what is saved is what was seen. Words come from outside
/// ([dev.cachewright.chart.ChartWords]), widths of text too ([dev.cachewright.chart.Ruler]), and so do colours
/// ([dev.cachewright.chart.Palette]).
package dev.cachewright.chart;
