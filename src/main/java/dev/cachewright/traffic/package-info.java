/// Recorded calls of an application: the templates they came from, what they read and missed, why, and what it cost.
package dev.cachewright.traffic;
