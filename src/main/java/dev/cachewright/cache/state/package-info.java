/// What a cache holds over time: the runs of tokens that requests share, who may read them, and for how long.
///
/// Immutable, without rules of its own: each vendor's rules, in `cache`, say what is stored and what is read.
package dev.cachewright.cache.state;
