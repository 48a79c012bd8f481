/// What can be said of a prompt before it is sent: its static prefix, what the cache will reuse, and what that costs.
///
/// Pure functions of a prompt, its values, the rules and a cache state; what the user interface shows is one
/// [dev.cachewright.analysis.Analysis].
package dev.cachewright.analysis;
