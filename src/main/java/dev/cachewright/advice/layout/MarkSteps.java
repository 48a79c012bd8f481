package dev.cachewright.advice.layout;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.catalog.InputSplit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The best order and breakpoints where prefixes are read and written at breakpoints alone.
///
/// What lies between two of them is read by those calls that go along with an earlier one up to the second, and written
/// by the others: its price is settled by the sets of blocks before the two. So the best layout is the best way from
/// place to place, with at most so many of them.
final class MarkSteps {

    private static final int MOST_RUNGS = 1_500;

    private final Ladder ladder;
    private final MarkRoom room;
    private final List<Rung> rungs = new ArrayList<>();
    private final long[] readPrice;
    private final long[] writePrice;
    private Optional<Rung> forced = Optional.empty();

    private MarkSteps(Ladder ladder, MarkRoom room) {
        this.ladder = ladder;
        this.room = room;
        int calls = ladder.sheet().size();
        this.readPrice = new long[calls];
        this.writePrice = new long[calls];
        for (int i = 0; i < calls; i++) {
            int size = size(i);
            long plain = ladder.cost(i, InputSplit.uncached(size)) / size;
            readPrice[i] = ladder.cost(i, new InputSplit(size, 0, 0)) / size - plain;
            writePrice[i] = ladder.cost(i, new InputSplit(0, size, 0, isLong() ? size : 0)) / size - plain;
        }
    }

    /// An order with breakpoints, and what they add to the cost of calls that read and write nothing.
    record Steps(int[] order, Marks marks, Score score) {
    }

    /// @return empty where this way of searching does not hold: some block that may move takes no breakpoint, or the
    /// provider sets one of its own elsewhere than at the end
    static Optional<Steps> best(Ladder ladder, MarkRoom room) {
        Sheet sheet = ladder.sheet();
        boolean areAllAccepted = sheet.room().places().stream()
                .allMatch(place -> room.accepted().contains(sheet.prompt().blocks().get(place).id()));
        if (room.slots() == 0 || !areAllAccepted) {
            return Optional.empty();
        }
        var steps = new MarkSteps(ladder, room);
        return steps.climb() ? Optional.of(steps.best()) : Optional.empty();
    }

    private boolean isLong() {
        String wish = ladder.sheet().calls().requests().getFirst().content().wishes().ttl();
        List<String> ttls = ladder.sheet().calls().destination().cache().orElseThrow().ttls();
        return ttls.size() > 1 && wish.equals(ttls.getLast());
    }

    private int size(int call) {
        CacheRequest request = ladder.request(call);
        return request.figure(request.tokens().total());
    }

    /// Finds the places; whether they are few enough, and the provider's own is the last one.
    private boolean climb() {
        Sheet sheet = ladder.sheet();
        Set<String> own = sheet.ownWritten();
        List<Map.Entry<String, Integer>> ends = sheet.ends(sheet.order());
        for (Map.Entry<String, Integer> end : ends) {
            boolean isForced = own.contains(end.getKey());
            boolean isFree = sheet.room().isFree(sheet.prompt().indexOf(end.getKey()));
            Alike alike = ladder.upTo(end.getValue() + 1);
            if (isForced) {
                forced = Optional.of(fixed(end, alike));
            } else if (!isFree && room.accepted().contains(end.getKey()) && !alike.areAllApart()) {
                rungs.add(fixed(end, alike));
            }
        }
        for (int stage = 0; stage < ladder.stages().size(); stage++) {
            addStage(stage);
        }
        rungs.sort(Comparator.comparingInt(Rung::piece).thenComparing(Rung::stage)
                .thenComparing(rung -> Integer.bitCount(rung.set())));
        return own.size() <= 1 && rungs.size() <= MOST_RUNGS
                && forced.stream().allMatch(last -> rungs.stream().allMatch(rung -> rung.piece() <= last.piece()));
    }

    private void addStage(int stage) {
        Ladder.Stage of = ladder.stages().get(stage);
        for (int set = of.statics().isEmpty() ? 1 : 0; set < of.sets(); set++) {
            Alike alike = ladder.alike(stage, set);
            if (!alike.areAllApart()) {
                int to = set;
                rungs.add(rung(stage, set, of.first(), "", alike,
                        IntStream.range(0, ladder.sheet().size()).map(i -> ladder.end(i, stage, to, false)).toArray()));
            }
        }
    }

    private Rung fixed(Map.Entry<String, Integer> end, Alike alike) {
        return rung(-1, 0, end.getValue(), end.getKey(), alike, IntStream.range(0, ladder.sheet().size())
                .map(i -> ladder.sheet().start(i, end.getValue() + 1)).toArray());
    }

    private Rung rung(int stage, int set, int piece, String block, Alike alike, int[] positions) {
        long[] ends = new long[positions.length];
        boolean[] isRead = new boolean[positions.length];
        int least = ladder.sheet().calls().terms().rules().threshold();
        for (int i = 0; i < positions.length; i++) {
            int figure = ladder.request(i).figure(positions[i]);
            ends[i] = figure >= least ? figure : 0;
            isRead[i] = ladder.timing().isShared(i, alike);
        }
        return new Rung(stage, set, piece, block, ends, isRead);
    }

    private Steps best() {
        int most = Math.min(room.slots(), rungs.size());
        Score[][] best = new Score[rungs.size()][most + 1];
        int[][] below = new int[rungs.size()][most + 1];
        for (int to = 0; to < rungs.size(); to++) {
            for (int from = -1; from < to && most > 0; from++) {
                if (from >= 0 && !rungs.get(from).isBelow(rungs.get(to))) {
                    continue;
                }
                Score step = step(from, rungs.get(to), true);
                for (int used = 1; used <= most; used++) {
                    Score before = from < 0 ? used == 1 ? Score.NONE : null : best[from][used - 1];
                    Score sum = before == null ? null : before.plus(step);
                    if (sum != null && (best[to][used] == null || sum.compareTo(best[to][used]) < 0)) {
                        best[to][used] = sum;
                        below[to][used] = from;
                    }
                }
            }
        }
        return way(best, below, most);
    }

    private Steps way(Score[][] best, int[][] below, int most) {
        Score least = forced.map(last -> step(-1, last, false)).orElse(Score.NONE);
        int end = -1;
        int count = 0;
        for (int to = 0; to < rungs.size(); to++) {
            for (int used = 1; used <= most; used++) {
                Score known = best[to][used];
                int from = to;
                Score sum = known == null ? null
                        : known.plus(forced.map(last -> step(from, last, false)).orElse(Score.NONE));
                if (sum != null && sum.compareTo(least) < 0) {
                    least = sum;
                    end = to;
                    count = used;
                }
            }
        }
        var way = new ArrayList<Rung>();
        for (int at = end, used = count; at >= 0; at = below[at][used], used--) {
            way.addFirst(rungs.get(at));
        }
        return laid(way, least);
    }

    /// What the tokens between two places add to the cost.
    private Score step(int from, Rung to, boolean isNew) {
        long cost = 0;
        long cached = 0;
        for (int i = 0; i < to.ends().length; i++) {
            long tokens = to.ends()[i] == 0 ? 0 : to.ends()[i] - (from < 0 ? 0 : rungs.get(from).ends()[i]);
            cost += tokens * (to.isRead()[i] ? readPrice[i] : writePrice[i]);
            cached += to.isRead()[i] ? tokens : 0;
        }
        int set = from >= 0 && rungs.get(from).stage() == to.stage() && to.stage() >= 0 ? rungs.get(from).set() : 0;
        return new Score(cost, cached, (isNew ? 1 : 0) + Score.crossings(set, to.set() & ~set));
    }

    private Steps laid(List<Rung> way, Score score) {
        List<List<Integer>> sets = IntStream.range(0, ladder.stages().size())
                .mapToObj(stage -> way.stream().filter(rung -> rung.stage() == stage).map(Rung::set).toList()).toList();
        int[] order = ladder.order(sets);
        var marked = new HashSet<String>();
        for (Rung rung : way) {
            marked.add(rung.stage() < 0 ? rung.block() : lastOf(rung, order));
        }
        return new Steps(order, new Marks(false, marked), score);
    }

    /// The block of a set that comes last in an order.
    private String lastOf(Rung rung, int[] order) {
        Ladder.Stage stage = ladder.stages().get(rung.stage());
        int blocks = stage.statics().size() + Integer.bitCount(rung.set());
        List<Integer> places = ladder.sheet().room().group(placeIn(stage));
        return ladder.sheet().prompt().blocks().get(order[places.get(blocks - 1)]).id();
    }

    private static int placeIn(Ladder.Stage stage) {
        return stage.statics().isEmpty() ? stage.others().getFirst() : stage.statics().getFirst();
    }

    /// What all calls cost with these steps.
    static long cost(Ladder ladder, Score score) {
        long sum = score.cost();
        for (int i = 0; i < ladder.sheet().size(); i++) {
            CacheRequest request = ladder.request(i);
            sum += ladder.cost(i, InputSplit.uncached(request.figure(request.tokens().total())));
        }
        return sum;
    }
}
