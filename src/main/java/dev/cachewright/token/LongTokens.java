package dev.cachewright.token;

import dev.cachewright.token.encoding.CharClass;
import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.encoding.Tokenizer;
import dev.cachewright.token.encoding.Utf8;
import java.util.Arrays;

/// The tokens of a stretch that is too long to encode it for every question, with an index of where they are.
final class LongTokens {

    /// What a stretch has whose tokens are not kept.
    static final LongTokens NONE = new LongTokens(TokenList.of(), new int[]{0}, new int[]{0});

    private static final int CELL = 256;

    private final TokenList ids;
    /// Where cells begin, in tokens and in characters, and where the last one ends; no character is in two cells.
    private final int[] tokens;
    private final int[] characters;

    private LongTokens(TokenList ids, int[] tokens, int[] characters) {
        this.ids = ids;
        this.tokens = tokens;
        this.characters = characters;
    }

    /// A part of the stretch with its own tokens.
    ///
    /// @param start its first character
    /// @param weight tokens before it
    record Cell(int start, int end, int weight, TokenList ids) {
    }

    static LongTokens of(char[] text, TokenList ids, Tokenizer tokenizer) {
        int[] tokens = new int[ids.size() / CELL + 2];
        int[] characters = new int[tokens.length];
        int cells = 0;
        long ahead = 0;
        int at = 0;
        for (int i = 0; i < ids.size(); i++) {
            if (ahead == 0 && i - tokens[cells] >= CELL) {
                cells++;
                tokens[cells] = i;
                characters[cells] = at;
            }
            ahead += tokenizer.byteLength(ids.get(i));
            while (ahead > 0 && at < text.length) {
                int next = CharClass.next(text, at, text.length);
                int bytes = Utf8.length(text, at, next);
                if (bytes > ahead) {
                    break;
                }
                ahead -= bytes;
                at = next;
            }
        }
        tokens[cells + 1] = ids.size();
        characters[cells + 1] = text.length;
        return new LongTokens(ids, Arrays.copyOf(tokens, cells + 2), Arrays.copyOf(characters, cells + 2));
    }

    TokenList ids() {
        return ids;
    }

    boolean isEmpty() {
        return ids.size() == 0;
    }

    Cell cellAt(int character) {
        return cell(Arrays.binarySearch(characters, character));
    }

    Cell cellOfToken(int token) {
        return cell(Arrays.binarySearch(tokens, token));
    }

    private Cell cell(int found) {
        int cell = Math.min(found < 0 ? -found - 2 : found, tokens.length - 2);
        return new Cell(characters[cell], characters[cell + 1], tokens[cell],
                ids.slice(tokens[cell], tokens[cell + 1]));
    }
}
