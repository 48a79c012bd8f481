/// Advice: what to change in a prompt so that more of it is read from the cache, where, and what that brings. Every
/// figure is a forecast by the cache rules of the prompt as it would be after the change.
package dev.cachewright.advice;
