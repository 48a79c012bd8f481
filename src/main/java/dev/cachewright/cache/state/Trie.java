package dev.cachewright.cache.state;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// Leaves by their key, five bits of it at each level; immutable. A changed one shares all but one path with the one
/// before it.
final class Trie<L extends TrieLeaf> implements TrieSlot {

    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    /// Which of 32 slots are there.
    private final int present;
    private final TrieSlot[] slots;

    private Trie(int present, TrieSlot[] slots) {
        this.present = present;
        this.slots = slots;
    }

    static <L extends TrieLeaf> Trie<L> empty() {
        return new Trie<>(0, new TrieSlot[0]);
    }

    Optional<L> at(int key) {
        TrieSlot slot = this;
        for (int bits = key; slot instanceof Trie<?> level; bits >>>= BITS) {
            if (!level.has(bits)) {
                return Optional.empty();
            }
            slot = level.slots[level.indexOf(bits)];
        }
        return slot instanceof TrieLeaf leaf && leaf.key() == key ? Optional.of(own(leaf)) : Optional.empty();
    }

    /// These leaves with `leaf` in place of the one that has its key.
    Trie<L> with(L leaf) {
        return with(leaf, 0);
    }

    void forEach(Consumer<L> sink) {
        for (TrieSlot slot : slots) {
            switch (slot) {
                case TrieLeaf leaf -> sink.accept(own(leaf));
                case Trie<?> level -> level.forEach(leaf -> sink.accept(own(leaf)));
            }
        }
    }

    /// @param shift how many bits of the key the levels above have used
    private Trie<L> with(TrieLeaf leaf, int shift) {
        int bits = leaf.key() >>> shift;
        int index = indexOf(bits);
        if (has(bits)) {
            TrieSlot[] changed = slots.clone();
            changed[index] = switch (slots[index]) {
                case Trie<?> level -> level.with(leaf, shift + BITS);
                case TrieLeaf other when other.key() == leaf.key() -> leaf;
                case TrieLeaf other -> Trie.empty().with(other, shift + BITS).with(leaf, shift + BITS);
            };
            return new Trie<>(present, changed);
        }
        TrieSlot[] more = Arrays.copyOf(slots, slots.length + 1);
        System.arraycopy(slots, index, more, index + 1, slots.length - index);
        more[index] = leaf;
        return new Trie<>(present | 1 << (bits & MASK), more);
    }

    private boolean has(int bits) {
        return (present & 1 << (bits & MASK)) != 0;
    }

    /// Where the slot of these bits is, or would be.
    private int indexOf(int bits) {
        return Integer.bitCount(present & (1 << (bits & MASK)) - 1);
    }

    /// A leaf of this trie: only [#with] puts one in.
    @SuppressWarnings("unchecked")
    private L own(TrieLeaf leaf) {
        return (L) leaf;
    }
}
