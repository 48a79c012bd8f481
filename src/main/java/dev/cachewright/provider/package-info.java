/// The port to language models: a request body in, a stream of events out; and plain questions beside calls.
///
/// Adapters are in subpackages, one for each kind of server.
package dev.cachewright.provider;
