/// Recorded requests as the shapes that a profile is made of, and as the prompts behind them.
package dev.cachewright.format.traffic;
