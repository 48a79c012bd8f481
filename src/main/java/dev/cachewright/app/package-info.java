/// The start of the program, and the one place that knows which adapter serves which port. May use everything.
package dev.cachewright.app;
