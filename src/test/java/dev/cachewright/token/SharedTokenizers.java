package dev.cachewright.token;

/// The tokenizers of all tests: the tables of one encoding take 15 MB, and tests run in one process.
public final class SharedTokenizers {

    public static final Tokenizers ALL = new Tokenizers();

    private SharedTokenizers() {
    }
}
