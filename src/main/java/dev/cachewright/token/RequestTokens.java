package dev.cachewright.token;

import java.util.List;

/// The tokens of one request in the order in which the server reads them, and where they come from.
///
/// Frames around messages are ids of their own that no text encodes to, so that the lists of two requests agree
/// exactly as far as the server's do.
public final class RequestTokens {

    private final TokenList ids;
    private final List<TokenSpan> spans;
    private final List<MessageTokens> messages;
    private final int replyPriming;
    private final boolean isExact;

    RequestTokens(TokenList ids, List<TokenSpan> spans, List<MessageTokens> messages, int replyPriming,
            boolean isExact) {
        this.ids = ids;
        this.spans = List.copyOf(spans);
        this.messages = List.copyOf(messages);
        this.replyPriming = replyPriming;
        this.isExact = isExact;
    }

    /// The input tokens that the server counts: all ids and the priming of the reply.
    public int total() {
        return ids.size() + replyPriming;
    }

    /// The ids without the priming of the reply.
    public TokenList ids() {
        return ids;
    }

    /// The blocks in the order in which they are sent.
    public List<TokenSpan> spans() {
        return spans;
    }

    /// Whether the count is known to be the server's own.
    public boolean isExact() {
        return isExact;
    }

    /// Where each message ends, in tokens from the beginning.
    public List<Integer> messageEnds() {
        return messages.stream().map(MessageTokens::end).toList();
    }

    /// Where in the prompt the first `count` tokens end.
    ///
    /// Behind the frame that begins a message this is the beginning of its first block; behind the frame that ends it,
    /// the end of its last. A token that reaches over the end of a block belongs to the block of its first byte.
    public Place placeBehind(int count) {
        for (MessageTokens message : messages) {
            if (count <= message.end()) {
                return message.placeBehind(count);
            }
        }
        MessageTokens last = messages.getLast();
        return last.placeBehind(last.end());
    }
}
