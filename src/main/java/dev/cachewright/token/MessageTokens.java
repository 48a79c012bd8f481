package dev.cachewright.token;

import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Segment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tokens of one message: a frame, its content, and the end of the frame.
///
/// @param start index of its first token in the request
/// @param contentStart index of the first token of its text
/// @param contentEnd index behind the last token of its text
/// @param end index behind its last token
record MessageTokens(Message message, int start, int contentStart, int contentEnd, int end, TokenList content,
        Tokenizer tokenizer) {

    Place placeBehind(int count) {
        List<Segment> segments = message.segments();
        if (count <= contentStart) {
            return new Place(segments.getFirst().blockId(), 0);
        }
        if (count >= contentEnd || !message.role().isMessage() || message.form() == Form.ITEM) {
            // The server's text of tools, schema and items has no places in ours.
            return count >= contentEnd ? endOf(segments.getLast()) : new Place(segments.getFirst().blockId(), 0);
        }
        return placeInText(firstByteOf(count - 1), firstByteOf(count));
    }

    /// How many tokens of the content begin before the character at `offset` of the text.
    int tokensBefore(int offset) {
        String text = message.text();
        int bytes = text.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
        int tokens = 0;
        for (int at = 0; tokens < content.size() && at < bytes; tokens++) {
            at += tokenizer.byteLength(content.get(tokens));
        }
        return tokens;
    }

    private int firstByteOf(int index) {
        int bytes = 0;
        for (int i = 0; i < index - contentStart; i++) {
            bytes += tokenizer.byteLength(content.get(i));
        }
        return bytes;
    }

    /// The place behind a token that covers the given bytes, within the segment that holds its first byte.
    private Place placeInText(int firstByte, int endByte) {
        String text = message.text();
        int first = Utf8.charOffset(text, firstByte);
        int end = Utf8.charOffset(text, endByte);
        int from = 0;
        for (Segment segment : message.segments()) {
            int to = from + segment.text().length();
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
        return new Place(segment.blockId(), segment.templateOffset(segment.text().length()));
    }
}
