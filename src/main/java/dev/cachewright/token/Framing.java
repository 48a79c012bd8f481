package dev.cachewright.token;

/// What a model adds around the text of a request.
///
/// @param replyPriming tokens that begin the reply: 3, or 2 for reasoning models (measured on recorded calls: gpt-4o
/// chat 45 of 46 exact with 3, the gpt-5 family and the o-series 36 of 45 with 2)
/// @param chatTools tokens that stand once before the first tool of a Chat Completions request, besides the tools
/// themselves
/// @param responsesTools the same for the other endpoints, which say less before them
public record Framing(int replyPriming, int chatTools, int responsesTools) {
}
