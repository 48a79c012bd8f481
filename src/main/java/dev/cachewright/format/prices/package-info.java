/// Price lists that others keep, and what of them goes into the user's own catalogue.
///
/// Prices alone are taken: rules, thresholds, lifetimes and contexts stay those of the catalogue. No files and no
/// network; texts come in, texts go out.
package dev.cachewright.format.prices;
