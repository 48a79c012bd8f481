/// What the simulator says to a request, in whatever form: read, counted, charged to the one cache, answered.
///
/// The rooms of the endpoints build on it; it knows neither their forms nor how bytes reach a client. The cache is
/// that of [dev.cachewright.cache], the same that forecasts are made by.
package dev.cachewright.provider.simulated.answer;
