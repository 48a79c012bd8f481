package dev.cachewright.token.request;

import dev.cachewright.token.encoding.TokenList;
import dev.cachewright.token.part.Signs;
import java.util.Arrays;

/// Tokens that are known by their ids alone and belong to no prompt: 4 bytes each, compared by whole vectors.
public final class FlatTokens implements TokenSequence {

    private final TokenList ids;
    private final int start;

    /// @param start the number of the first id that is kept
    private FlatTokens(TokenList ids, int start) {
        this.ids = ids;
        this.start = start;
    }

    public static FlatTokens of(int... ids) {
        return of(TokenList.of(ids));
    }

    /// Tokens as a server has cut them: they agree with others of the same server, and with none of ours.
    public static FlatTokens ofServer(TokenList ids) {
        return of(TokenList.of(Arrays.stream(ids.toArray()).map(id -> id + Signs.SERVER).toArray()));
    }

    static FlatTokens of(TokenList ids) {
        return new FlatTokens(ids, 0);
    }

    @Override
    public int total() {
        return start + ids.size();
    }

    @Override
    public int idAt(int position) {
        return ids.get(position - start);
    }

    @Override
    public int commonPrefix(TokenSequence other, int known) {
        return other instanceof FlatTokens flat
                ? known + ids.commonPrefix(known - start, flat.ids, known - flat.start)
                : TokenSequence.compare(this, other, known);
    }

    @Override
    public FlatTokens from(int from) {
        return from <= start ? this : new FlatTokens(ids.slice(from - start, ids.size()), from);
    }
}
