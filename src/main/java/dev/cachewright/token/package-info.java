/// Tokens: what a request counts on the server, to the token, and where each token stands in the prompt.
///
/// Counts are exact for OpenAI's public encodings and say so where they are not. The only door to jtokkit; Jackson
/// reads tool definitions.
package dev.cachewright.token;
