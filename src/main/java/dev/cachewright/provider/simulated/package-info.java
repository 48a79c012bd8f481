/// A loopback server that speaks OpenAI's and Anthropic's APIs and can be told to fail: who is let in, which endpoint
/// answers, and how bytes reach the client. What is said is in the rooms inside.
///
/// Listens on 127.0.0.1 only. The only door to the JDK's HTTP server.
package dev.cachewright.provider.simulated;
