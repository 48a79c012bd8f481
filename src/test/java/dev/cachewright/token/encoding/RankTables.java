package dev.cachewright.token.encoding;

/// Looks into the tables of tokenizers for tests of other packages.
public final class RankTables {

    private RankTables() {
    }

    /// How many tokens the encoding has.
    public static int size(RankTokenizer tokenizer) {
        return tokenizer.ranks().size();
    }
}
