/// The rail beside the blocks, its ticks and lines, and the gaps in which breakpoints are set.
package dev.cachewright.ui.kit.rail;
