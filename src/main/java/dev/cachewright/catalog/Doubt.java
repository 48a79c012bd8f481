package dev.cachewright.catalog;

/// Something uncertain about a row of the catalogue; the value in the row is the best one known.
///
/// @param field the row's field that it is about: `lookback`, `minCacheable`, …, `prices` for all prices, `row` for
/// the row
/// @param why what is uncertain, and what speaks for which value
public record Doubt(String field, String why) {
}
