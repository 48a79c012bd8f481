package dev.cachewright.prompt.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Holds ropes to lists of their leaves.
class RopeTest {

    private static Text.Chunk leaf(String text) {
        return Text.Chunk.of(text);
    }

    private static List<Text.Chunk> random(Random random, int size) {
        var leaves = new ArrayList<Text.Chunk>();
        for (int i = 0; i < size; i++) {
            leaves.add(leaf("{ab{c".substring(0, 1 + random.nextInt(5))));
        }
        return leaves;
    }

    private static int length(List<Text.Chunk> leaves) {
        return leaves.stream().mapToInt(Text.Chunk::length).sum();
    }

    private static int weight(List<Text.Chunk> leaves) {
        return leaves.stream().mapToInt(Text.Chunk::weight).sum();
    }

    @Test
    void aRopeOfNothingIsEmpty() {
        Rope<Text.Chunk> empty = Rope.of(List.<Text.Chunk>of());

        assertThat(List.of(empty.length(), empty.weight(), empty.height())).containsExactly(0, 0, 0);
        assertThat(empty.leaves()).isEmpty();
        assertThatThrownBy(() -> Rope.leafAt(empty, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aLeafAloneIsARope() {
        Text.Chunk leaf = leaf("a{b");

        assertThat(Rope.of(List.of(leaf))).isSameAs(leaf);
        assertThat(List.of(leaf.length(), leaf.weight(), leaf.height())).containsExactly(3, 1, 1);
        assertThat(leaf.leaves()).containsExactly(leaf);
    }

    @Test
    void itHoldsItsLeavesInOrderWithTheirSums() {
        var random = new Random(1);
        for (int size = 1; size < 70; size++) {
            List<Text.Chunk> leaves = random(random, size);
            Rope<Text.Chunk> rope = Rope.of(leaves);

            assertThat(rope.leaves()).isEqualTo(leaves);
            assertThat(rope.length()).isEqualTo(length(leaves));
            assertThat(rope.weight()).isEqualTo(weight(leaves));
            assertThat(1 << (rope.height() - 2)).isLessThan(size + 1);
        }
    }

    @Test
    void everyUnitIsFoundInItsLeaf() {
        List<Text.Chunk> leaves = random(new Random(2), 40);
        Rope<Text.Chunk> rope = Rope.of(leaves);
        for (int offset = 0; offset <= rope.length(); offset++) {
            int index = indexAt(leaves, offset);
            List<Text.Chunk> before = leaves.subList(0, index);

            assertThat(Rope.leafAt(rope, offset))
                    .isEqualTo(new Rope.At<>(leaves.get(index), length(before), weight(before)));
        }
    }

    private static int indexAt(List<Text.Chunk> leaves, int offset) {
        int index = 0;
        while (index < leaves.size() - 1 && offset >= length(leaves.subList(0, index + 1))) {
            index++;
        }
        return index;
    }

    @Test
    void everyWeightIsFoundInItsLeaf() {
        List<Text.Chunk> leaves = random(new Random(3), 40);
        Rope<Text.Chunk> rope = Rope.of(leaves);
        for (int wanted = 0; wanted < rope.weight(); wanted++) {
            int index = 0;
            while (weight(leaves.subList(0, index + 1)) <= wanted) {
                index++;
            }
            Rope.At<Text.Chunk> found = Rope.leafAtWeight(rope, wanted);

            assertThat(found.start()).isEqualTo(length(leaves.subList(0, index)));
            assertThat(found.weight()).isEqualTo(weight(leaves.subList(0, index)));
        }
    }

    @Test
    void cutsAtEveryBorderGiveTheTwoParts() {
        List<Text.Chunk> leaves = random(new Random(4), 50);
        Rope<Text.Chunk> rope = Rope.of(leaves);
        for (int index = 0; index <= leaves.size(); index++) {
            int border = length(leaves.subList(0, index));

            assertThat(Rope.before(rope, border).leaves()).isEqualTo(leaves.subList(0, index));
            assertThat(Rope.from(rope, border).leaves()).isEqualTo(leaves.subList(index, leaves.size()));
        }
    }

    @Test
    void joiningWithNothingIsTheRopeItself() {
        Rope<Text.Chunk> rope = Rope.of(random(new Random(5), 9));
        Rope<Text.Chunk> empty = Rope.of(List.<Text.Chunk>of());

        assertThat(Rope.join(rope, empty)).isSameAs(rope);
        assertThat(Rope.join(empty, rope)).isSameAs(rope);
        assertThat(Rope.join(empty, empty).leaves()).isEmpty();
    }

    @Test
    void randomCutsAndJoinsAgreeWithAListAndStayBalanced() {
        var random = new Random(6);
        List<Text.Chunk> expected = random(random, 30);
        Rope<Text.Chunk> rope = Rope.of(expected);
        for (int round = 0; round < 2_000; round++) {
            int from = random.nextInt(expected.size() + 1);
            int to = from + random.nextInt(Math.min(6, expected.size() - from + 1));
            List<Text.Chunk> added = random(random, random.nextInt(7));
            int start = length(expected.subList(0, from));
            int end = length(expected.subList(0, to));
            rope = Rope.join(Rope.join(Rope.before(rope, start), Rope.of(added)), Rope.from(rope, end));
            var next = new ArrayList<>(expected.subList(0, from));
            next.addAll(added);
            next.addAll(expected.subList(to, expected.size()));
            expected = next;
            assertThat(rope.leaves()).isEqualTo(expected);
            assertThat(rope.length()).isEqualTo(length(expected));
            assertThat(rope.weight()).isEqualTo(weight(expected));
            assertBalanced(rope);
        }
    }

    private static void assertBalanced(Rope<Text.Chunk> rope) {
        if (rope instanceof Rope.Two<Text.Chunk> two) {
            assertThat(Math.abs(two.left().height() - two.right().height())).isLessThanOrEqualTo(1);
            assertThat(two.height()).isEqualTo(1 + Math.max(two.left().height(), two.right().height()));
            assertBalanced(two.left());
            assertBalanced(two.right());
        }
    }
}
