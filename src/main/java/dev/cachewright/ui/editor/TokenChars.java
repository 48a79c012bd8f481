package dev.cachewright.ui.editor;

import dev.cachewright.token.TokenList;
import dev.cachewright.ui.kit.TextToken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Finds which characters of a text each token stands for.
final class TokenChars {

    private TokenChars() {
    }

    /// The tokens in their order; those that end inside a character are one with what completes it.
    ///
    /// @param byteLength how many UTF-8 bytes a token stands for
    static List<TextToken> of(String text, TokenList tokens, IntUnaryOperator byteLength) {
        List<TextToken> found = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        int start = 0;
        int at = 0;
        long bytesOfText = 0;
        long bytesOfTokens = 0;
        for (int i = 0; i < tokens.size(); i++) {
            ids.add(tokens.get(i));
            bytesOfTokens += byteLength.applyAsInt(tokens.get(i));
            while (at < text.length() && bytesOfText < bytesOfTokens) {
                int codePoint = text.codePointAt(at);
                bytesOfText += bytesOf(codePoint);
                at += Character.charCount(codePoint);
            }
            if (bytesOfText == bytesOfTokens) {
                found.add(new TextToken(start, at, ids, text.substring(start, at)));
                ids.clear();
                start = at;
            }
        }
        return found;
    }

    private static int bytesOf(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        // A lone surrogate counts as U+FFFD, which has three bytes.
        return codePoint < 0x10000 ? 3 : 4;
    }
}
