package dev.cachewright.cache.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrieTest {

    /// @param value what tells one leaf of a key from another
    private record Leaf(int key, int value) implements TrieLeaf {
    }

    @Test
    void holdsWhatAMapHolds() {
        var random = new Random(5);
        Trie<Leaf> trie = Trie.empty();
        Map<Integer, Leaf> twin = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            // Few keys, some of which differ in their highest bits alone.
            int key = random.nextInt(200) << random.nextInt(32);
            var leaf = new Leaf(key, i);
            trie = trie.with(leaf);
            twin.put(key, leaf);
            int other = random.nextInt(200) << random.nextInt(32);
            assertThat(trie.at(other).orElse(null)).isEqualTo(twin.get(other));
        }

        Map<Integer, Leaf> all = new HashMap<>();
        trie.forEach(leaf -> assertThat(all.put(leaf.key(), leaf)).isNull());
        assertThat(all).isEqualTo(twin);
    }

    @Test
    void aChangeLeavesTheOneBeforeAsItWas() {
        Trie<Leaf> one = Trie.<Leaf>empty().with(new Leaf(1, 1));

        Trie<Leaf> two = one.with(new Leaf(1, 2)).with(new Leaf(33, 3));

        assertThat(one.at(1)).contains(new Leaf(1, 1));
        assertThat(one.at(33)).isEmpty();
        assertThat(two.at(1)).contains(new Leaf(1, 2));
    }
}
