/// OpenAI, and every server that speaks its API, through openai-java.
///
/// The body goes over the wire byte for byte as it was given, and what came back is read as it was sent: the SDK's
/// types would drop what they do not know. The only door to openai-java.
package dev.cachewright.provider.openai;
