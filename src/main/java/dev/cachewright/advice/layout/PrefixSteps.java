package dev.cachewright.advice.layout;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.catalog.InputSplit;
import java.util.ArrayList;
import java.util.List;

/// The best order where the longest common prefix is read.
///
/// A call reads as far as it goes along with an earlier one. Where it leaves the last of these is settled by the blocks
/// before that place, as a set, and by the block at it: so the best order is the best way from no blocks to all of
/// them, one at a time.
final class PrefixSteps {

    private final Ladder ladder;

    PrefixSteps(Ladder ladder) {
        this.ladder = ladder;
    }

    int[] best() {
        var sets = new ArrayList<List<Integer>>();
        for (int stage = 0; stage < ladder.stages().size(); stage++) {
            sets.add(best(stage));
        }
        return ladder.order(sets);
    }

    private List<Integer> best(int stage) {
        int all = ladder.stages().get(stage).sets();
        Score[] best = new Score[all];
        int[] last = new int[all];
        best[0] = Score.NONE;
        for (int set = 0; set < all; set++) {
            for (int block = 0; 1 << block < all; block++) {
                int next = set | 1 << block;
                if (next == set) {
                    continue;
                }
                Score score = best[set].plus(step(stage, set, block));
                if (best[next] == null || score.compareTo(best[next]) < 0) {
                    best[next] = score;
                    last[next] = set;
                }
            }
        }
        var sets = new ArrayList<Integer>();
        for (int set = all - 1; set != 0; set = last[set]) {
            sets.addFirst(set);
        }
        return sets;
    }

    /// What is settled by a block after a set: what those calls read that leave the last earlier one here.
    private Score step(int stage, int set, int block) {
        Score sum = new Score(0, 0, Score.crossings(set, 1 << block));
        Alike before = ladder.alike(stage, set);
        if (before.areAllApart()) {
            return sum;
        }
        Alike after = ladder.alike(stage, set | 1 << block);
        List<Piece> texts = ladder.sheet().texts(ladder.stages().get(stage).others().get(block));
        for (int i = 1; i < before.classes().length; i++) {
            int more = ladder.timing().isShared(i, after) ? -1 : longest(i, before, texts);
            if (more >= 0) {
                sum = sum.plus(read(i, ladder.end(i, stage, set, true) + more));
            }
        }
        return sum;
    }

    /// How much of a text a call shares with the earlier calls that it has gone along with; -1 where there are none.
    private int longest(int call, Alike before, List<Piece> texts) {
        int longest = -1;
        for (int j = 0; j < call; j++) {
            if (ladder.timing().live()[call][j] && before.classes()[j] == before.classes()[call]) {
                longest = Math.max(longest, texts.get(call).shared(texts.get(j)));
            }
        }
        return longest;
    }

    private Score read(int call, int shared) {
        CacheRequest request = ladder.request(call);
        int size = request.figure(request.tokens().total());
        int cached = ladder.sheet().calls().terms().rules().reusable(request.figure(shared), size);
        return new Score(ladder.cost(call, new InputSplit(cached, 0, size - cached)), cached, 0);
    }
}
