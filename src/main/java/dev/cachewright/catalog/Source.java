package dev.cachewright.catalog;

/// Where a row of the catalogue comes from.
///
/// @param text the vendor's page or the copy of it, with its date
/// @param note what is uncertain about the row; empty where nothing is
public record Source(String text, String note) {
}
