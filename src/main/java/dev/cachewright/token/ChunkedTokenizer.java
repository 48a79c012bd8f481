package dev.cachewright.token;

import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers the tokens of pieces of text, so that an edit encodes little more than what it touched.
///
/// Text is cut only where no token of either encoding crosses, whatever stands on the two sides: before a space behind
/// an ASCII letter or digit, and behind a line break that neither white space nor a slash follows (held by a test
/// against the whole text). Which of these places are taken depends on the characters before them alone, so that the
/// pieces behind an edit stay what they were.
public final class ChunkedTokenizer implements Tokenizer {

    private static final int SHORTEST = 512;
    private static final int LONGEST = 8_192;
    /// One of 64 safe places is taken, so that chunks have about 800 characters.
    private static final int TAKEN_BITS = 6;
    private static final int MIX = 0x9E3779B1;

    private final Tokenizer tokenizer;
    private final Map<String, TokenList> memory;

    /// @param rememberedChunks how many chunks are kept, the latest used ones
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
        int cut = nextCut(text, 0);
        if (cut == text.length()) {
            return encodeChunk(text);
        }
        var tokens = new TokenList.Builder();
        while (from < text.length()) {
            tokens.addAll(encodeChunk(text.substring(from, cut)));
            from = cut;
            cut = nextCut(text, from);
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

    /// The end of the chunk that begins at `from`.
    private static int nextCut(String text, int from) {
        for (int at = from + SHORTEST; at < text.length(); at++) {
            if (isSafe(text.charAt(at - 1), text.charAt(at)) && (isTaken(text, at) || at - from >= LONGEST)) {
                return at;
            }
        }
        return text.length();
    }

    private static boolean isSafe(char before, char next) {
        if (next == ' ') {
            return before < 0x80 && Character.isLetterOrDigit(before);
        }
        return before == '\n' && next != '/' && next != '\u0085' && !Character.isWhitespace(next)
                && !Character.isSpaceChar(next);
    }

    private static boolean isTaken(String text, int at) {
        int hash = 0;
        for (int i = at - 6; i < at; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash * MIX >>> Integer.SIZE - TAKEN_BITS == 0;
    }
}
