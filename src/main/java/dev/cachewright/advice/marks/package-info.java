/// Advice on breakpoints: those that are refused, missing, never read, or too far from each other.
package dev.cachewright.advice.marks;
