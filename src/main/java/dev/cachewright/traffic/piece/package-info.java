/// Recorded requests as numbered pieces of text, which are compared much faster than tokens.
package dev.cachewright.traffic.piece;
