/// The request as it is sent: what of its breakpoints and cache settings a server takes, and what it refuses.
///
/// The only place that knows which cache fields a server takes; window, commands, writer and forecast read it here.
package dev.cachewright.cache.request;
