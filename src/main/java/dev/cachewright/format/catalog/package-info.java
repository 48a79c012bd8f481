/// The catalogue of models and the user's own rows and corrections, from JSON with places for faults.
package dev.cachewright.format.catalog;
