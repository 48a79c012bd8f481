/// The chart of calls and its pieces.
package dev.cachewright.ui.kit.chart;
