/// A loopback server that speaks OpenAI's API and accounts for its cache with the rules of
/// [dev.cachewright.cache], the same that forecasts are made by.
///
/// Listens on 127.0.0.1 only. The only door to the JDK's HTTP server.
package dev.cachewright.provider.simulated;
