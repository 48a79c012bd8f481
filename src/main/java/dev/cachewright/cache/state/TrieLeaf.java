package dev.cachewright.cache.state;

/// What a [Trie] keeps by a number.
non-sealed interface TrieLeaf extends TrieSlot {

    /// The number by which it is found.
    int key();
}
