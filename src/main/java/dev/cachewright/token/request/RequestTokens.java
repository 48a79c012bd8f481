package dev.cachewright.token.request;

import dev.cachewright.token.TextToken;
import dev.cachewright.token.TokenList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The tokens of one request in the order in which the server reads them, and where they come from.
///
/// Frames around messages are ids of their own that no text encodes to, so that two requests agree exactly as far as
/// they do on the server. The ids of text are not kept: requests that share text share what is known of it.
public final class RequestTokens {

    /// Beyond the ids that text encodes to; the last message of a request is followed by it.
    private static final int REPLY = (1 << 20) + 6;

    private final List<MessageTokens> messages;
    private final List<TokenSpan> spans;
    private final Layout layout;
    private final int replyPriming;
    private final Band band;

    RequestTokens(List<MessageTokens> messages, List<TokenSpan> spans, Layout layout, int replyPriming, Band band) {
        this.messages = List.copyOf(messages);
        this.spans = List.copyOf(spans);
        this.layout = layout;
        this.replyPriming = replyPriming;
        this.band = band;
    }

    /// Where a prefix of a request can end, and what else a cache looks at beside its tokens.
    ///
    /// @param ends of its blocks, in order
    /// @param traits of the whole request: `images`, `citations`, `web_search`
    public record Layout(List<ContentEnd> ends, Set<String> traits) {

        /// One text.
        public static final Layout NONE = new Layout(List.of(), Set.of());

        public Layout {
            ends = List.copyOf(ends);
            traits = Set.copyOf(traits);
        }
    }

    /// Tokens that are known by their ids alone and belong to no prompt.
    public static RequestTokens ofIds(int... ids) {
        return ofIds(Layout.NONE, ids);
    }

    /// The same with places where a prefix can end.
    public static RequestTokens ofIds(Layout layout, int... ids) {
        var message = new MessageTokens(null, 0, TokenList.of(ids), Optional.empty(), TokenList.of());
        return new RequestTokens(List.of(message), List.of(), layout, 0, Band.EXACT);
    }

    /// The same tokens by their ids alone: they take 4 bytes each, and less time to compare.
    public RequestTokens flat() {
        var all = new TokenList.Builder(total()).addAll(ids());
        for (int i = 0; i < replyPriming; i++) {
            all.add(REPLY);
        }
        var message = new MessageTokens(null, 0, all.build(), Optional.empty(), TokenList.of());
        return new RequestTokens(List.of(message), List.of(), layout, 0, band);
    }

    /// The tokens from number `from` on; those before may be missing, and every number stays.
    public RequestTokens from(int from) {
        int first = Math.min(indexAt(from), messages.size() - 1);
        var kept = messages.subList(first, messages.size()).stream().map(message -> message.from(from)).toList();
        return new RequestTokens(kept, List.of(), Layout.NONE, replyPriming, band);
    }

    /// Where its blocks end, and what else a cache looks at.
    public Layout layout() {
        return layout;
    }

    /// The token with this number, from 0 to before [#total()]; of text in time that does not grow with the request.
    public int idAt(int position) {
        for (MessageTokens message : messages) {
            if (position < message.end()) {
                return message.idAt(position);
            }
        }
        return REPLY;
    }

    /// The input tokens that the server counts: all ids and the priming of the reply.
    public int total() {
        return size() + replyPriming;
    }

    /// How many tokens there are without the priming of the reply.
    public int size() {
        return messages.isEmpty() ? 0 : messages.getLast().end();
    }

    /// The ids without the priming of the reply; made anew at each call, in time that grows with the request.
    public TokenList ids() {
        var ids = new TokenList.Builder(size());
        messages.forEach(message -> message.addTo(ids));
        return ids.build();
    }

    /// How many tokens this request and `other` share from their beginning on, the priming of the reply included
    /// where all else is the same.
    public int commonPrefix(RequestTokens other) {
        return commonPrefix(other, 0);
    }

    /// The same where they are known to share the first `known` tokens.
    public int commonPrefix(RequestTokens other, int known) {
        int i = indexAt(known);
        int j = other.indexAt(known);
        int shared = known;
        while (i < messages.size() && j < other.messages.size()) {
            MessageTokens message = messages.get(i);
            shared = message.sharedEnd(other.messages.get(j), shared);
            if (shared < message.end() || shared < other.messages.get(j).end()) {
                return shared;
            }
            i++;
            j++;
        }
        return i == messages.size() && j == other.messages.size()
                ? shared + Math.min(total() - shared, other.total() - shared)
                : shared;
    }

    /// The number of the message that holds a token, or would if it were not missing.
    private int indexAt(int position) {
        int index = 0;
        while (index < messages.size() && messages.get(index).end() <= position) {
            index++;
        }
        return index;
    }

    /// How many tokens stay the same whatever stands from the first character on in which this request differs from
    /// one of `others`.
    public int guaranteed(List<RequestTokens> others) {
        for (int i = 0; i < messages.size(); i++) {
            MessageTokens message = messages.get(i);
            int first = Integer.MAX_VALUE;
            for (RequestTokens other : others) {
                OptionalInt difference = i < other.messages.size()
                        ? message.difference(other.messages.get(i))
                        : OptionalInt.of(-1);
                first = Math.min(first, difference.orElse(Integer.MAX_VALUE));
            }
            if (first < Integer.MAX_VALUE) {
                return message.stableTokens(first);
            }
        }
        return size();
    }

    /// The blocks in the order in which they are sent.
    public List<TokenSpan> spans() {
        return spans;
    }

    /// Whether the count is known to be the server's own.
    public boolean isExact() {
        return band.isExact();
    }

    /// How far the server's count may lie from [#total()].
    public Band band() {
        return band;
    }

    /// Where each message ends, in tokens from the beginning.
    public List<Integer> messageEnds() {
        return messages.stream().map(MessageTokens::end).toList();
    }

    /// The tokens that touch a block's template between two offsets, in their order; none for tools, schemas and items,
    /// whose text is the server's own. A token that covers characters of two blocks or of a value is cut at their
    /// border.
    public List<TextToken> tokensIn(String blockId, int from, int to) {
        return messages.stream().flatMap(message -> message.tokensIn(blockId, from, to).stream()).toList();
    }

    /// How many tokens stand before a place of the prompt; 0 where its block is not in the request.
    public int tokensBefore(Place place) {
        for (MessageTokens message : messages) {
            OptionalInt before = message.tokensBefore(place);
            if (before.isPresent()) {
                return before.getAsInt();
            }
        }
        return 0;
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
