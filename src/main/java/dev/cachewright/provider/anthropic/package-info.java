/// Claude, over Anthropic's Messages API.
///
/// Asked without an SDK, over the same client as every other server: see `docs/decisions.md`.
package dev.cachewright.provider.anthropic;
