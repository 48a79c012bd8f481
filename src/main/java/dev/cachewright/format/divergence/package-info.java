/// Why one request did not read what another stored: the two compared from their bodies alone.
///
/// The bodies say where; the tokens that a server makes of them say how far; the rules of the cache say what was lost.
package dev.cachewright.format.divergence;
