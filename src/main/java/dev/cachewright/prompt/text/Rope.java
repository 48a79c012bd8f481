package dev.cachewright.prompt.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// An immutable sequence of leaves, in a balanced tree: what is cut out or put together shares all but a few nodes
/// with what it was made from, in time that grows with the logarithm of the number of leaves.
///
/// The comparison of two ropes of one origin skips what they share.
///
/// @param <L> the leaves
public sealed interface Rope<L extends Rope.Leaf<L>> {

    /// What a rope is made of; a leaf alone is a rope. Leaves are never empty.
    ///
    /// @param <L> the type of the leaf itself
    non-sealed interface Leaf<L extends Leaf<L>> extends Rope<L> {

        /// This leaf.
        L self();

        @Override
        default int height() {
            return 1;
        }

        @Override
        default void forEach(Consumer<? super L> sink) {
            sink.accept(self());
        }
    }

    /// A leaf and what comes before it.
    ///
    /// @param start the sum of the lengths before it
    /// @param weight the sum of the weights before it
    record At<L extends Leaf<L>>(L leaf, int start, int weight) {

        /// The sum of the lengths up to its end.
        public int end() {
            return start + leaf.length();
        }
    }

    /// In UTF-16 units.
    int length();

    /// What else is summed up along the rope.
    int weight();

    int height();

    /// Hands the leaves to `sink` in their order.
    void forEach(Consumer<? super L> sink);

    /// A rope of these leaves.
    static <L extends Leaf<L>> Rope<L> of(List<L> leaves) {
        return leaves.isEmpty() ? new Empty<>() : balanced(leaves);
    }

    private static <L extends Leaf<L>> Rope<L> balanced(List<L> leaves) {
        int half = leaves.size() / 2;
        return half == 0
                ? leaves.getFirst()
                : new Two<>(balanced(leaves.subList(0, half)), balanced(leaves.subList(half, leaves.size())));
    }

    /// The leaf that holds the unit at `offset`; the last one at the very end.
    static <L extends Leaf<L>> At<L> leafAt(Rope<L> rope, int offset) {
        Rope<L> node = rope;
        int start = 0;
        int weight = 0;
        while (node instanceof Two<L> two) {
            boolean isRight = offset >= start + two.left().length();
            start += isRight ? two.left().length() : 0;
            weight += isRight ? two.left().weight() : 0;
            node = isRight ? two.right() : two.left();
        }
        return at(node, start, weight);
    }

    /// The leaf in which the running sum of the weights exceeds `weight`; the last one where it never does.
    static <L extends Leaf<L>> At<L> leafAtWeight(Rope<L> rope, int wanted) {
        Rope<L> node = rope;
        int start = 0;
        int weight = 0;
        while (node instanceof Two<L> two) {
            boolean isRight = wanted >= weight + two.left().weight();
            start += isRight ? two.left().length() : 0;
            weight += isRight ? two.left().weight() : 0;
            node = isRight ? two.right() : two.left();
        }
        return at(node, start, weight);
    }

    private static <L extends Leaf<L>> At<L> at(Rope<L> node, int start, int weight) {
        return switch (node) {
            case Leaf<L> leaf -> new At<>(leaf.self(), start, weight);
            case Empty<L> _,Two<L> _ -> throw new IndexOutOfBoundsException("an empty rope has no leaves");
        };
    }

    /// The leaves before `offset`, which is the beginning of a leaf or the end.
    static <L extends Leaf<L>> Rope<L> before(Rope<L> rope, int offset) {
        if (offset <= 0) {
            return new Empty<>();
        }
        if (offset >= rope.length() || !(rope instanceof Two<L> two)) {
            return rope;
        }
        int left = two.left().length();
        return offset <= left ? before(two.left(), offset) : join(two.left(), before(two.right(), offset - left));
    }

    /// The leaves from `offset` on, which is the beginning of a leaf or the end.
    static <L extends Leaf<L>> Rope<L> from(Rope<L> rope, int offset) {
        if (offset >= rope.length()) {
            return new Empty<>();
        }
        if (offset <= 0 || !(rope instanceof Two<L> two)) {
            return rope;
        }
        int left = two.left().length();
        return offset >= left ? from(two.right(), offset - left) : join(from(two.left(), offset), two.right());
    }

    /// Both ropes, one after the other.
    static <L extends Leaf<L>> Rope<L> join(Rope<L> left, Rope<L> right) {
        if (left.length() == 0 || right.length() == 0) {
            return left.length() == 0 ? right : left;
        }
        if (left.height() > right.height() + 1 && left instanceof Two<L> two) {
            return balance(two.left(), join(two.right(), right));
        }
        if (right.height() > left.height() + 1 && right instanceof Two<L> two) {
            return balance(join(left, two.left()), two.right());
        }
        return new Two<>(left, right);
    }

    /// Two ropes whose heights differ by two at most.
    private static <L extends Leaf<L>> Rope<L> balance(Rope<L> left, Rope<L> right) {
        if (left.height() > right.height() + 1 && left instanceof Two<L> high) {
            return high.right().height() > high.left().height() && high.right() instanceof Two<L> inner
                    ? new Two<>(new Two<>(high.left(), inner.left()), new Two<>(inner.right(), right))
                    : new Two<>(high.left(), new Two<>(high.right(), right));
        }
        if (right.height() > left.height() + 1 && right instanceof Two<L> high) {
            return high.left().height() > high.right().height() && high.left() instanceof Two<L> inner
                    ? new Two<>(new Two<>(left, inner.left()), new Two<>(inner.right(), high.right()))
                    : new Two<>(new Two<>(left, high.left()), high.right());
        }
        return new Two<>(left, right);
    }

    /// The leaves in their order.
    default List<L> leaves() {
        var leaves = new ArrayList<L>();
        forEach(leaves::add);
        return leaves;
    }

    /// A rope without leaves.
    record Empty<L extends Leaf<L>>() implements Rope<L> {

        @Override
        public int length() {
            return 0;
        }

        @Override
        public int weight() {
            return 0;
        }

        @Override
        public int height() {
            return 0;
        }

        @Override
        public void forEach(Consumer<? super L> sink) {
        }
    }

    /// Two ropes, one after the other.
    record Two<L extends Leaf<L>>(Rope<L> left, Rope<L> right, int length, int weight, int height) implements Rope<L> {

        Two(Rope<L> left, Rope<L> right) {
            this(left, right, left.length() + right.length(), left.weight() + right.weight(),
                    1 + Math.max(left.height(), right.height()));
        }

        @Override
        public void forEach(Consumer<? super L> sink) {
            left.forEach(sink);
            right.forEach(sink);
        }
    }
}
