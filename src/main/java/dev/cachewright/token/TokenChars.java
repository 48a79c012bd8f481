package dev.cachewright.token;

import dev.cachewright.token.encoding.CharClass;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.encoding.Utf8;
import java.util.ArrayList;
import java.util.List;

/// Finds which characters of a text each token covers.
final class TokenChars {

    private final Tokenizer tokenizer;
    private final int from;
    private final int to;
    private final List<TextToken> found = new ArrayList<>();

    /// Keeps the tokens that touch the characters from `from` to before `to`.
    TokenChars(Tokenizer tokenizer, int from, int to) {
        this.tokenizer = tokenizer;
        this.from = from;
        this.to = to;
    }

    /// Adds the tokens of text that begins at `base`; those that end inside a character are one with what completes it.
    void add(int base, char[] text, TokenList tokens) {
        List<Integer> ids = new ArrayList<>();
        int start = 0;
        int at = 0;
        long bytesOfText = 0;
        long bytesOfTokens = 0;
        for (int i = 0; i < tokens.size() && base + start < to; i++) {
            ids.add(tokens.get(i));
            bytesOfTokens += tokenizer.byteLength(tokens.get(i));
            while (at < text.length && bytesOfText < bytesOfTokens) {
                int next = CharClass.next(text, at, text.length);
                bytesOfText += Utf8.length(text, at, next);
                at = next;
            }
            if (bytesOfText == bytesOfTokens) {
                if (base + at > from && base + start < to) {
                    found.add(new TextToken(base + start, base + at, ids, new String(text, start, at - start)));
                }
                ids.clear();
                start = at;
            }
        }
    }

    List<TextToken> found() {
        return List.copyOf(found);
    }
}
