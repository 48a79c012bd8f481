/// Models: their cache terms, encodings and dated prices, each with its source, and money.
///
/// The rows are data (`catalog/models.json`), read by `format.catalog`; a model that is not in the catalogue is said to
/// be unknown and never borrows the terms of another.
package dev.cachewright.catalog;
