/// The catalogue of models and user-defined rows and corrections, from JSON with places for faults.
package dev.cachewright.format.catalog;
