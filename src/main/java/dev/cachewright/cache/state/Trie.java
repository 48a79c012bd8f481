package dev.cachewright.cache.state;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// Nodes by their first token, five bits of it at each level; immutable. A changed one shares all but one path with
/// the one before it.
final class Trie implements TrieSlot {

    static final Trie EMPTY = new Trie(0, new TrieSlot[0]);

    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    /// Which of 32 slots are there.
    private final int present;
    private final TrieSlot[] slots;

    private Trie(int present, TrieSlot[] slots) {
        this.present = present;
        this.slots = slots;
    }

    Optional<Node> at(int token) {
        TrieSlot slot = this;
        for (int bits = token; slot instanceof Trie level; bits >>>= BITS) {
            if (!level.has(bits)) {
                return Optional.empty();
            }
            slot = level.slots[level.indexOf(bits)];
        }
        return slot instanceof Node node && node.first() == token ? Optional.of(node) : Optional.empty();
    }

    Trie with(Node node) {
        return with(node, 0);
    }

    void forEach(Consumer<Node> sink) {
        for (TrieSlot slot : slots) {
            switch (slot) {
                case Node node -> sink.accept(node);
                case Trie level -> level.forEach(sink);
            }
        }
    }

    /// @param shift how many bits of the token the levels above have used
    private Trie with(Node node, int shift) {
        int bits = node.first() >>> shift;
        int index = indexOf(bits);
        if (has(bits)) {
            TrieSlot[] changed = slots.clone();
            changed[index] = switch (slots[index]) {
                case Trie level -> level.with(node, shift + BITS);
                case Node other when other.first() == node.first() -> node;
                case Node other -> EMPTY.with(other, shift + BITS).with(node, shift + BITS);
            };
            return new Trie(present, changed);
        }
        TrieSlot[] more = Arrays.copyOf(slots, slots.length + 1);
        System.arraycopy(slots, index, more, index + 1, slots.length - index);
        more[index] = node;
        return new Trie(present | 1 << (bits & MASK), more);
    }

    private boolean has(int bits) {
        return (present & 1 << (bits & MASK)) != 0;
    }

    /// Where the slot of these bits is, or would be.
    private int indexOf(int bits) {
        return Integer.bitCount(present & (1 << (bits & MASK)) - 1);
    }
}
