/// The best layout of a prompt for its cache: in which order its blocks cost least over the calls, with which
/// breakpoints.
///
/// Every layout is judged by the cache rules themselves, on the tokens of the real calls in another order. Pure; it may
/// use what is above `advice` and `advice` itself.
package dev.cachewright.advice.layout;
