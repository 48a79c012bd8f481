/// Requests in tokens: what a server counts for messages, tools, schemas and history, and where each token is in the
/// prompt.
///
/// The rules are derived from recorded calls (docs/counting.md); what they do not prove carries a band.
package dev.cachewright.token.request;
