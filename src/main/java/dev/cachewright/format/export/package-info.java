/// Requests and prompts written for others: code that sends a request with curl or the vendors' own SDKs, and prompts in
/// the files of other programs. What is sent is what the window sends. Only keys' names are written, never keys.
package dev.cachewright.format.export;
