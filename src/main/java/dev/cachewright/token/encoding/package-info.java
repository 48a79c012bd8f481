/// Text in tokens, exactly as OpenAI's public encodings have them: pieces, ranks and merges.
///
/// The only door to jtokkit, whose rank tables are read; its code is a second opinion in the tests.
package dev.cachewright.token.encoding;
