/// Records of calls, a line each: recordings of applications, and the sessions that the window keeps.
package dev.cachewright.format.record;
