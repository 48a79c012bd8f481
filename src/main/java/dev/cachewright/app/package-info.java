/// The start of the program, and the one place that knows which adapter stands behind which port. May use everything.
package dev.cachewright.app;
