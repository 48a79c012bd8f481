/// The gate for builds: what a prompt keeps of its budgets, which advice it gets, and where in its files that is.
///
/// A file is checked on its own; nothing is sent and nothing is written.
package dev.cachewright.gate;
