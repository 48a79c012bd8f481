/// Advice on the text of a prompt: what changes too early, what is too short, what drifts, what was never filled in.
package dev.cachewright.advice.text;
