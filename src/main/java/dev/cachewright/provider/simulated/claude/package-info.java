/// Messages: what Anthropic refuses, and how it writes answers.
///
/// What it refuses of breakpoints and lifetimes is asked of [dev.cachewright.cache.request].
package dev.cachewright.provider.simulated.claude;
