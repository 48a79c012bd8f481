package dev.cachewright.cache.state;

/// What a level of a [Trie] holds: a leaf, or the next level for several.
sealed interface TrieSlot permits Trie, TrieLeaf {
}
