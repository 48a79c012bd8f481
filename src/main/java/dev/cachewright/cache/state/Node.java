package dev.cachewright.cache.state;

import dev.cachewright.token.request.TokenSequence;

/// A run of tokens that requests have in common, after those of the nodes before it; immutable.
///
/// @param source a request that contains the run; its tokens before the run may be missing
/// @param from the number of its first token in every request that contains it
/// @param to the number after its last token
/// @param first its first token
/// @param seen when requests that contain the run were made
/// @param stored when a prefix was stored that ends with the run
record Node(TokenSequence source, int from, int to, int first, Lives seen, Lives stored, Branches branches)
        implements
            TrieLeaf {

    @Override
    public int key() {
        return first;
    }

    /// The tokens of a request from this number on.
    static Node rest(TokenSequence tokens, int from) {
        TokenSequence source = tokens.from(from);
        return new Node(source, from, tokens.total(), source.idAt(from), Lives.NONE, Lives.NONE, Branches.NONE);
    }

    /// The part of the run from `start` to `end`.
    Node part(int start, int end) {
        if (start == from && end == to) {
            return this;
        }
        int begin = start == from ? first : source.idAt(start);
        return end == to
                ? new Node(source, start, end, begin, seen, stored, branches)
                : new Node(source, start, end, begin, seen, Lives.NONE, Branches.NONE);
    }

    Node with(Lives nowSeen, Lives nowStored, Branches next) {
        return new Node(source, from, to, first, nowSeen, nowStored, next);
    }
}
