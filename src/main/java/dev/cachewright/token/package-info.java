/// Tokens of text that is edited: counted along with each edit, and found at their places.
///
/// A counted text is immutable and shares with the one before it what the edit left alone.
package dev.cachewright.token;
