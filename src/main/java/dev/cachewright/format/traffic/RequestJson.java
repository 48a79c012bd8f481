package dev.cachewright.format.traffic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cachewright.format.json.Bytes;
import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A body while it is parsed: as bytes, which the parser reads twice as fast as characters.
record RequestJson(JsonParser parser, byte[] utf8) implements AutoCloseable {

    static RequestJson of(byte[] utf8) throws IOException {
        return new RequestJson(RawJson.parser(utf8, 0, utf8.length), utf8);
    }

    boolean isAt(JsonToken token) {
        return parser.currentToken() == token;
    }

    /// Where the current token begins.
    int offset() {
        return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    }

    /// The string that the parser is at; a long one is not read.
    PartText text() throws IOException {
        int from = offset() + 1;
        int to = endOfString(from);
        if (to - from >= PartText.LONG) {
            return new PartText.Unread(utf8, from, to, true);
        }
        int start = parser.getTextOffset();
        return PartText.of(Arrays.copyOfRange(parser.getTextCharacters(), start, start + parser.getTextLength()));
    }

    /// Where the string ends whose first character is there. A quote that is none has an odd number of backslashes
    /// before it.
    private int endOfString(int from) {
        for (int at = Bytes.next(utf8, from, utf8.length, '"');; at = Bytes.next(utf8, at + 1, utf8.length, '"')) {
            int first = at;
            while (first > from && utf8[first - 1] == '\\') {
                first--;
            }
            if ((at - first) % 2 == 0 || at == utf8.length) {
                return at;
            }
        }
    }

    /// The JSON of the value that the parser is at; it stands at its end then.
    PartText.Unread json() throws IOException {
        int from = offset();
        skip();
        return json(from, end());
    }

    PartText.Unread json(int from, int to) {
        return new PartText.Unread(utf8, from, to, false);
    }

    /// The exact text of the value that the parser is at; it stands at its end then.
    String slice() throws IOException {
        int from = offset();
        skip();
        return slice(from, end());
    }

    private void skip() throws IOException {
        parser.skipChildren();
        // A scalar is read to its end only when it is asked for.
        parser.finishToken();
    }

    private int end() {
        return Math.toIntExact(parser.currentLocation().getByteOffset());
    }

    String slice(int from, int to) {
        return new String(utf8, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
