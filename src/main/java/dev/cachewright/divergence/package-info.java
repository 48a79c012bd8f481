/// The explanation of two requests that part: where, at which tokens, from what causes, at what cost.
///
/// It is made in `format.divergence`, said in `words` and shown by the window and by `diff`.
package dev.cachewright.divergence;
