/// The request as it is sent: what of its breakpoints and cache settings a server accepts, and what it refuses.
///
/// The only place that knows which cache fields a server accepts; window, commands, writer and forecast read it here.
package dev.cachewright.cache.request;
