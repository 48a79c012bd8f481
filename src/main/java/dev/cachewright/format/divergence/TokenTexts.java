package dev.cachewright.format.divergence;

import dev.cachewright.divergence.TokenText;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.part.Signs;
import dev.cachewright.token.request.TokenSequence;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// The tokens in which one request leaves another: from the first that differs to where both go on alike.
///
/// @param earlier at least one token, unless the earlier request has ended
record TokenTexts(List<TokenText> earlier, List<TokenText> later) {

    /// More of them say no more.
    private static final int MOST = 8;
    /// So many tokens that are the same end what differs.
    private static final int ALIKE = 3;

    /// @param from where the two part
    static TokenTexts of(TokenSequence earlier, TokenSequence later, int from, List<Tokenizer> tokenizers) {
        for (int both = 1; both <= 2 * MOST; both++) {
            for (int i = Math.max(0, both - MOST); i <= Math.min(both, MOST); i++) {
                if (areAlike(earlier, from + i, later, from + both - i)) {
                    return new TokenTexts(texts(earlier, from, i, tokenizers.getFirst()),
                            texts(later, from, both - i, tokenizers.getLast()));
                }
            }
        }
        return new TokenTexts(texts(earlier, from, MOST, tokenizers.getFirst()),
                texts(later, from, MOST, tokenizers.getLast()));
    }

    private static boolean areAlike(TokenSequence earlier, int at, TokenSequence later, int other) {
        return at + ALIKE <= earlier.total() && other + ALIKE <= later.total() && IntStream.range(0, ALIKE)
                .allMatch(i -> earlier.idAt(at + i) == later.idAt(other + i));
    }

    private static List<TokenText> texts(TokenSequence tokens, int from, int count, Tokenizer tokenizer) {
        var texts = new ArrayList<TokenText>();
        for (int i = from; i < Math.min(tokens.total(), from + count); i++) {
            int id = tokens.idAt(i);
            texts.add(new TokenText(id, Signs.isSign(id) ? "" : text(tokenizer.bytes(id))));
        }
        return List.copyOf(texts);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return HexFormat.of().withUpperCase().withPrefix("<").withSuffix(">").formatHex(bytes);
        }
    }
}
