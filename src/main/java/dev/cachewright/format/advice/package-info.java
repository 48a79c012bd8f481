/// Advice on what is JSON: tools, schemas, markers and thinking in items, and on a second request that parts from the
/// shown one.
package dev.cachewright.format.advice;
