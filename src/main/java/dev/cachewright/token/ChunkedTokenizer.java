package dev.cachewright.token;

import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers the tokens of pieces of text, so that an edit encodes little more than what it touched.
///
/// Text is cut only behind a line break that is followed by neither white space nor a slash: no token of either
/// encoding crosses such a place, whatever stands on its two sides (held by a test against the whole text).
public final class ChunkedTokenizer implements Tokenizer {

    /// Long enough to keep the table small, short enough to encode within a millisecond.
    private static final int CHUNK = 2_048;

    private final Tokenizer tokenizer;
    private final Map<String, TokenList> memory;

    /// @param rememberedChunks how many chunks of about 2,048 characters are kept, the latest used ones
    public ChunkedTokenizer(Tokenizer tokenizer, int rememberedChunks) {
        this.tokenizer = tokenizer;
        this.memory = new LinkedHashMap<>(256, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, TokenList> eldest) {
                return size() > rememberedChunks;
            }
        };
    }

    @Override
    public Encoding encoding() {
        return tokenizer.encoding();
    }

    @Override
    public TokenList encode(String text) {
        int from = 0;
        int cut = nextCut(text, CHUNK);
        if (cut == text.length()) {
            return encodeChunk(text);
        }
        var tokens = new TokenList.Builder();
        while (from < text.length()) {
            tokens.addAll(encodeChunk(text.substring(from, cut)));
            from = cut;
            cut = nextCut(text, from + CHUNK);
        }
        return tokens.build();
    }

    @Override
    public int byteLength(int id) {
        return tokenizer.byteLength(id);
    }

    private TokenList encodeChunk(String chunk) {
        synchronized (memory) {
            TokenList known = memory.get(chunk);
            if (known != null) {
                return known;
            }
        }
        TokenList tokens = tokenizer.encode(chunk);
        synchronized (memory) {
            memory.put(chunk, tokens);
        }
        return tokens;
    }

    /// The first safe place at or behind `from`, or the end of the text.
    private static int nextCut(String text, int from) {
        if (from >= text.length()) {
            return text.length();
        }
        for (int at = text.indexOf('\n', from - 1); at >= 0
                && at + 1 < text.length(); at = text.indexOf('\n', at + 1)) {
            char next = text.charAt(at + 1);
            if (next != '/' && !Character.isWhitespace(next) && !Character.isSpaceChar(next) && next != '\u0085') {
                return at + 1;
            }
        }
        return text.length();
    }
}
