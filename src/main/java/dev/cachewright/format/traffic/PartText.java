package dev.cachewright.format.traffic;

import com.fasterxml.jackson.core.JsonParser;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.traffic.piece.CutText;
import dev.cachewright.traffic.piece.PieceCutter;
import dev.cachewright.traffic.piece.PieceHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text of a part of a request.
sealed interface PartText {

    /// So many bytes of JSON are a text that may be in many calls.
    int LONG = 1_000;

    CutText cut(PieceCutter cutter);

    /// Tells the text from all others.
    long key();

    /// A text as characters.
    static PartText of(char[] chars) {
        return new Read(chars);
    }

    /// Any JSON as it stands.
    static Unread ofJson(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        return new Unread(utf8, 0, utf8.length, false);
    }

    /// A text that has been read.
    record Read(char[] chars) implements PartText {

        @Override
        public CutText cut(PieceCutter cutter) {
            return cutter.cut(chars);
        }

        @Override
        public long key() {
            return PieceHash.of(chars, 0, chars.length);
        }
    }

    /// A text as its JSON, which is read only where it was not in a call before.
    ///
    /// @param isString whether it is what stands between two quotes, or any JSON as it is
    record Unread(byte[] utf8, int from, int to, boolean isString) implements PartText {

        private static final int BEGINNING = 200;

        @Override
        public CutText cut(PieceCutter cutter) {
            return cutter.cut(key(), this::chars);
        }

        @Override
        public long key() {
            return PieceHash.of(utf8, from, to);
        }

        /// In bytes.
        int length() {
            return to - from;
        }

        /// What tells a picture from text.
        String beginning() {
            return new String(utf8, from, Math.min(BEGINNING, length()), StandardCharsets.UTF_8);
        }

        private char[] chars() {
            if (!isString) {
                return new String(utf8, from, to - from, StandardCharsets.UTF_8).toCharArray();
            }
            try (JsonParser parser = RawJson.parser(utf8, from - 1, to - from + 2)) {
                parser.nextToken();
                int start = parser.getTextOffset();
                return Arrays.copyOfRange(parser.getTextCharacters(), start, start + parser.getTextLength());
            } catch (IOException e) {
                // The parser of the whole request has passed over it.
                throw new UncheckedIOException(e);
            }
        }
    }
}
