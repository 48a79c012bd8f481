package dev.cachewright.provider.count;

/// An interface of servers that counts tokens.
///
/// Sources: OpenAI's and Anthropic's API references, `tools/server/README.md` of llama.cpp and the protocol of vLLM's
/// `/tokenize`, all read in November 2026.
public enum CountWay {
    /// OpenAI's count of a Responses request.
    INPUT_TOKENS("responses/input_tokens"),
    /// Anthropic's count of a Messages request, which some other servers have too.
    COUNT_TOKENS("messages/count_tokens"),
    /// llama.cpp: the text that its template makes of a chat, and the tokens of that text.
    LLAMA_CPP("apply-template, tokenize"),
    /// vLLM: the tokens of a chat.
    VLLM("tokenize");

    private final String endpoint;

    CountWay(String endpoint) {
        this.endpoint = endpoint;
    }

    /// As its documentation calls it.
    public String endpoint() {
        return endpoint;
    }
}
