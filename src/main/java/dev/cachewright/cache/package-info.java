/// The rule engine: what a provider's cache reads and writes for a request, and its state over time.
///
/// Pure: a state, a request and an instant give the next state and an outcome. The same machine serves the forecast
/// while typing, the forecast beside each measured call, and the simulator's accounting.
package dev.cachewright.cache;
