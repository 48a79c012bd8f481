package dev.cachewright.token.request;

import dev.cachewright.token.TextToken;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.part.Band;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The tokens of one request in the order in which the server reads them, and where they come from.
///
/// Frames around messages are ids of their own that no text encodes to, so that two requests agree exactly as far as
/// they do on the server. The ids of text are not kept: requests that share text share what is known of it.
public final class RequestTokens implements TokenSequence {

    private final List<MessageTokens> messages;
    private final List<TokenSpan> spans;
    private final List<BlockEnd> ends;
    private final TokenList reply;
    private final Band band;
    private final boolean isMeasured;

    RequestTokens(List<MessageTokens> messages, List<TokenSpan> spans, List<BlockEnd> ends, TokenList reply,
            Band band, boolean isMeasured) {
        this.messages = List.copyOf(messages);
        this.spans = List.copyOf(spans);
        this.ends = List.copyOf(ends);
        this.reply = reply;
        this.band = band;
        this.isMeasured = isMeasured;
    }

    /// These tokens by their ids alone: they take 4 bytes each, and less time to compare.
    public FlatTokens flat() {
        return FlatTokens.of(new TokenList.Builder(total()).addAll(ids()).addAll(reply).build());
    }

    @Override
    public RequestTokens from(int from) {
        int first = Math.min(indexAt(from), messages.size() - 1);
        return new RequestTokens(messages.subList(first, messages.size()), List.of(), List.of(), reply, band,
                isMeasured);
    }

    /// Where the part of each block in the request ends, in order.
    public List<BlockEnd> ends() {
        return ends;
    }

    /// The token with this number; of text in time that does not grow with the request.
    @Override
    public int idAt(int position) {
        int index = indexAt(position);
        return index < messages.size() ? messages.get(index).idAt(position) : reply.get(position - size());
    }

    /// All ids and the priming of the reply.
    @Override
    public int total() {
        return size() + reply.size();
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

    @Override
    public int commonPrefix(TokenSequence other, int known) {
        return other instanceof RequestTokens request
                ? commonPrefix(request, known)
                : TokenSequence.compare(this, other, known);
    }

    private int commonPrefix(RequestTokens other, int known) {
        int i = indexAt(known);
        int j = other.indexAt(known);
        int shared = known;
        while (i < messages.size() && j < other.messages.size()) {
            MessageTokens message = messages.get(i);
            shared = message.sharedEnd(other.messages.get(j), shared);
            if (shared < message.end() || shared < other.messages.get(j).end()) {
                // What one request has as text may be the server's own in the other, beside a picture.
                return TokenSequence.compare(this, other, shared);
            }
            i++;
            j++;
        }
        // The beginning of the reply may be that of the answer in the other request.
        return i == messages.size() || j == other.messages.size()
                ? TokenSequence.compare(this, other, shared)
                : shared;
    }

    /// The number of the message that has a token, or would have it if it were not missing.
    private int indexAt(int position) {
        int from = 0;
        int to = messages.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (messages.get(middle).end() <= position) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// Where the text of this request first differs from that of an earlier one, which may lack its beginning; empty
    /// where one does not differ from the other, or ends before it.
    ///
    /// @param shared how many tokens they have in common
    public Optional<Parting> partingFrom(RequestTokens earlier, int shared) {
        int i = indexAt(shared);
        int j = earlier.indexAt(shared);
        int back = Math.min(i - firstEndAt(shared, i), j - earlier.firstEndAt(shared, j));
        i -= back;
        j -= back;
        while (i < messages.size() && j < earlier.messages.size()) {
            Optional<Parting> found = messages.get(i).partingFrom(earlier.messages.get(j));
            if (found.isPresent()) {
                return found;
            }
            i++;
            j++;
        }
        return i < messages.size()
                ? Optional.of(new Parting(messages.get(i).placeAfter(messages.get(i).start()), "",
                        messages.get(i).firstWord()))
                : Optional.empty();
    }

    /// The first message that ends at a position: content without tokens of its own tells the token apart that follows.
    private int firstEndAt(int position, int index) {
        int first = index;
        while (first > 0 && messages.get(first - 1).end() == position) {
            first--;
        }
        return first;
    }

    /// How many tokens stay the same whatever follows from the first character on in which this request differs from
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

    /// How many of all tokens are known in the model's own, so that a correction of text leaves them alone.
    public int measured() {
        if (!isMeasured) {
            return 0;
        }
        int text = messages.stream().mapToInt(MessageTokens::textTokens).sum();
        return total() - text;
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

    /// How many tokens precede a place of the prompt; 0 where its block is not in the request.
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
    /// After the frame that begins a message this is the beginning of its first block; after the frame that ends it,
    /// the end of its last; where there is no message, the beginning of no block. A token that reaches over the end of
    /// a block belongs to the block of its first byte.
    public Place placeAfter(int count) {
        for (MessageTokens message : messages) {
            if (count <= message.end()) {
                return message.placeAfter(count);
            }
        }
        if (messages.isEmpty()) {
            return new Place("", 0);
        }
        MessageTokens last = messages.getLast();
        return last.placeAfter(last.end());
    }
}
