package dev.cachewright.token.request;

/// The tokens of a request as a cache sees them: ids in order, compared from the beginning on.
///
/// Two kinds: [RequestTokens], whose text is shared with other versions of a prompt, and [FlatTokens] of recordings.
/// Those of one kind are compared without a look at each token.
public interface TokenSequence {

    /// The input tokens that the server counts.
    int total();

    /// The token with this number, from 0 to before [#total()].
    int idAt(int position);

    /// How many tokens this and `other` share from their beginning on, where they are known to share the first `known`.
    int commonPrefix(TokenSequence other, int known);

    /// The tokens from number `from` on; those before may be missing, and every number stays.
    TokenSequence from(int from);

    /// The common prefix of sequences of different kinds, token by token.
    static int compare(TokenSequence one, TokenSequence two, int known) {
        int end = Math.min(one.total(), two.total());
        int shared = known;
        while (shared < end && one.idAt(shared) == two.idAt(shared)) {
            shared++;
        }
        return shared;
    }
}
