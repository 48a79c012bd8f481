package dev.cachewright.advice.layout;

import java.util.Comparator;

/// What a part of a layout adds: cost, tokens that are read, blocks that change their order.
record Score(long cost, long cached, int changes) implements Comparable<Score> {

    static final Score NONE = new Score(0, 0, 0);

    private static final Comparator<Score> BEST = Comparator.comparingLong(Score::cost)
            .thenComparing(Comparator.comparingLong(Score::cached).reversed()).thenComparingInt(Score::changes);

    Score plus(Score other) {
        return new Score(cost + other.cost, cached + other.cached, changes + other.changes);
    }

    /// The best one first.
    @Override
    public int compareTo(Score other) {
        return BEST.compare(this, other);
    }

    /// How many blocks of a set come before those of another that stand before them now.
    static int crossings(int before, int after) {
        int crossings = 0;
        for (int rest = after; rest != 0; rest &= rest - 1) {
            crossings += Integer.bitCount(before & -Integer.lowestOneBit(rest) & ~rest);
        }
        return crossings;
    }
}
