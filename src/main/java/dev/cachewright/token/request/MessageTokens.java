package dev.cachewright.token.request;

import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.text.Text;
import dev.cachewright.token.CountedText;
import dev.cachewright.token.TextToken;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.part.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The tokens of one message: a frame, its text, and the end of the frame.
///
/// @param start index of its first token in the request
/// @param head the frame before the text; all there is of tools and schema, whose text is the server's own
/// @param text the text of a message
/// @param tail the end of the frame
record MessageTokens(Message message, int start, TokenList head, Optional<CountedText> text, TokenList tail) {

    /// How much of a text is looked at around a difference.
    private static final int WINDOW = 80;

    int size() {
        return head.size() + textSize() + tail.size();
    }

    /// Tokens of text, in the frame too.
    int textTokens() {
        int signs = 0;
        for (int i = 0; i < head.size(); i++) {
            signs += Signs.isSign(head.get(i)) ? 1 : 0;
        }
        return textSize() + head.size() - signs;
    }

    int end() {
        return start + size();
    }

    private int textSize() {
        return text.map(CountedText::tokens).orElse(0);
    }

    /// Up to which token of their requests this and `other` are the same.
    ///
    /// @param from they are known to be the same up to here
    int sharedEnd(MessageTokens other, int from) {
        int begin = Math.clamp(from, start, start + head.size());
        int otherBegin = Math.min(begin, other.start + other.head.size());
        int shared = begin + head.commonPrefix(begin - start, other.head, otherBegin - other.start);
        boolean isSameHead = shared == start + head.size() && shared == other.start + other.head.size();
        if (!isSameHead || text.isPresent() != other.text.isPresent()) {
            return shared;
        }
        int inText = text.isPresent() ? text.get().commonPrefix(other.text.get()) : 0;
        boolean isSameText = inText == textSize() && inText == other.textSize();
        return shared + inText + (isSameText ? tail.commonPrefix(other.tail) : 0);
    }

    /// The token of the request with this number.
    int idAt(int position) {
        int inText = position - start - head.size();
        if (inText < 0) {
            return head.get(position - start);
        }
        return inText < textSize()
                ? text.orElseThrow().ids(inText, inText + 1).get(0)
                : tail.get(inText - textSize());
    }

    /// The first character of the text in which this message differs from `other`, -1 where it does before its text;
    /// empty where it does not differ.
    OptionalInt difference(MessageTokens other) {
        if (!head.equals(other.head) || text.isPresent() != other.text.isPresent()) {
            return OptionalInt.of(-1);
        }
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        Text one = text.get().text();
        Text two = other.text.orElseThrow().text();
        int shared = one.commonPrefix(two);
        return shared == one.length() && shared == two.length() ? OptionalInt.empty() : OptionalInt.of(shared);
    }

    /// The text of the message, whether the server counts it as such or in a form of its own.
    private Text allText() {
        return text.map(CountedText::text).orElseGet(() -> Text.of(message.text()));
    }

    /// Where this message first differs from `other`, which is another at its place; empty where their texts do not.
    Optional<Parting> partingFrom(MessageTokens other) {
        Text mine = allText();
        Text theirs = other.allText();
        int shared = mine.commonPrefix(theirs);
        if (shared == mine.length() && shared == theirs.length()) {
            return message.role() == other.message.role()
                    ? Optional.empty()
                    : Optional.of(new Parting(new Place(message.segments().getFirst().blockId(), 0),
                            other.message.role().word(), message.role().word()));
        }
        return Optional.of(new Parting(placeAt(shared), wordAt(theirs, shared), wordAt(mine, shared)));
    }

    String firstWord() {
        return wordAt(allText(), 0);
    }

    private static String wordAt(Text text, int offset) {
        int from = Math.max(0, offset - WINDOW);
        return Parting.wordAt(text.substring(from, Math.min(text.length(), offset + WINDOW)), offset - from);
    }

    /// The place of the character at `offset` of the text; the end of the last block where there is none.
    private Place placeAt(int offset) {
        int from = 0;
        for (Segment segment : message.segments()) {
            if (offset < from + segment.length()) {
                return new Place(segment.blockId(), segment.templateOffset(offset - from));
            }
            from += segment.length();
        }
        return endOf(message.segments().getLast());
    }

    /// Tokens of the request that are the same whatever follows from the character at `offset` of the text on.
    int stableTokens(int offset) {
        return offset < 0 ? start : start + head.size() + text.orElseThrow().stableTokens(offset);
    }

    /// Tokens of the request that begin before the character at `offset` of the text.
    int tokensBefore(int offset) {
        return text.map(counted -> start + head.size() + counted.tokensBefore(offset)).orElse(start);
    }

    /// The tokens that touch a block's template between two offsets and cover characters of the author; a value has
    /// none of its own there.
    List<TextToken> tokensIn(String blockId, int from, int to) {
        var found = new ArrayList<TextToken>();
        int start = 0;
        for (Segment segment : message.segments()) {
            int first = Math.max(from, segment.start());
            int last = Math.min(to, segment.start() + segment.length());
            if (text.isPresent() && segment.blockId().equals(blockId) && !segment.isValue() && first < last) {
                int shift = segment.start() - start;
                int end = start + segment.length();
                for (TextToken token : text.get().tokensIn(first - shift, last - shift)) {
                    found.add(new TextToken(Math.max(token.start(), start) + shift, Math.min(token.end(), end) + shift,
                            token.ids(), token.text()));
                }
            }
            start += segment.length();
        }
        return found;
    }

    /// Tokens of the request up to a place in one of this message's blocks: those that begin before it, and the frame
    /// around the text at its ends. Empty where the place is in no block of this message.
    OptionalInt tokensBefore(Place place) {
        int from = 0;
        int found = -1;
        for (Segment segment : message.segments()) {
            if (segment.blockId().equals(place.blockId()) && (found < 0 || place.offset() >= segment.start())) {
                int inside = segment.isValue() ? 0 : Math.clamp(place.offset() - segment.start(), 0, segment.length());
                boolean isAfterValue = segment.isValue() && place.offset() > segment.start();
                found = from + (isAfterValue ? segment.length() : inside);
            }
            from += segment.length();
        }
        if (found < 0) {
            return OptionalInt.empty();
        }
        boolean isEnd = found == from && place.offset() > 0;
        return OptionalInt.of(isEnd ? end() : tokensBefore(found));
    }

    /// The characters of the text that begin in the first `count` tokens of the request.
    int offsetAfter(int count) {
        return text.map(counted -> counted.offsetOfToken(count - start - head.size())).orElse(0);
    }

    void addTo(TokenList.Builder ids) {
        ids.addAll(head);
        text.ifPresent(counted -> ids.addAll(counted.ids()));
        ids.addAll(tail);
    }

    Place placeAfter(int count) {
        List<Segment> segments = message.segments();
        int textStart = start + head.size();
        boolean isAfter = text.isPresent() ? count >= textStart + textSize() : count >= end();
        if (isAfter) {
            return endOf(segments.getLast());
        }
        return count <= textStart
                ? new Place(segments.getFirst().blockId(), 0)
                : placeInText(offsetAfter(count - 1), offsetAfter(count));
    }

    /// The place after a token that covers the given characters, within the segment that holds the first of them.
    private Place placeInText(int first, int end) {
        int from = 0;
        for (Segment segment : message.segments()) {
            int to = from + segment.length();
            if (first < to) {
                return end >= to && isLastOfBlock(segment)
                        ? endOf(segment)
                        : new Place(segment.blockId(), segment.templateOffset(Math.min(end, to) - from));
            }
            from = to;
        }
        return endOf(message.segments().getLast());
    }

    private boolean isLastOfBlock(Segment segment) {
        int next = message.segments().indexOf(segment) + 1;
        return next == message.segments().size() || !message.segments().get(next).blockId().equals(segment.blockId());
    }

    private static Place endOf(Segment segment) {
        return new Place(segment.blockId(), segment.templateOffset(segment.length()));
    }
}
