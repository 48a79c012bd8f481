package dev.cachewright.advice.layout;

import dev.cachewright.cache.CacheRequest;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The places of a layout at which it matters what came before, and not in which order: after a set of the blocks of
/// one group that change.
///
/// In each group the blocks that never change come first. What is read up to a place depends on the set before it
/// alone, so that the best layout is found set by set instead of order by order.
final class Ladder {

    /// Sets of more blocks are too many.
    private static final int MOST = 10;

    private final Sheet sheet;
    private final List<Stage> stages;
    private final Timing timing;
    private final int[][] begins;
    private final int[][] frames;
    private final List<CacheRequest> requests;
    private final Map<List<Integer>, Alike> alike = new HashMap<>();

    /// One group.
    ///
    /// @param first the number of the piece in its first place
    /// @param statics its blocks that never change
    /// @param others its blocks that do
    /// @param late those of them that are too many, and come last: they have most texts
    record Stage(int first, int last, List<Integer> statics, List<Integer> others, List<Integer> late) {

        static Stage of(Sheet sheet, int first, int last, List<Integer> group) {
            List<Integer> changing = group.stream().filter(block -> !sheet.isStatic(block)).toList();
            Set<Integer> early = changing.stream().sorted(Comparator.comparing(sheet::variety)).limit(MOST)
                    .collect(Collectors.toSet());
            return new Stage(first, last, group.stream().filter(sheet::isStatic).toList(),
                    changing.stream().filter(early::contains).toList(),
                    changing.stream().filter(block -> !early.contains(block)).toList());
        }

        int sets() {
            return 1 << others.size();
        }
    }

    private Ladder(Sheet sheet, List<Stage> stages) {
        this.sheet = sheet;
        this.stages = List.copyOf(stages);
        this.timing = Timing.of(sheet.calls());
        this.begins = stages.stream().map(this::begins).toArray(int[][]::new);
        this.frames = stages.stream().map(this::frames).toArray(int[][]::new);
        int[] order = sheet.order();
        this.requests = IntStream.range(0, sheet.size()).mapToObj(i -> sheet.calls().terms()
                .request(sheet.tokens(i, order), RequestContent.plain(), 0)).toList();
    }

    /// @return empty where some place is kept within a group, or calls are not all of rows
    static Optional<Ladder> of(Sheet sheet) {
        List<Stage> stages = stages(sheet);
        boolean isPlain = sheet.calls().areAllCounted() && sheet.isUniform()
                && sheet.room().places().stream().allMatch(sheet.room()::isWhole)
                && stages.stream().allMatch(stage -> isPlain(sheet, stage));
        return isPlain ? Optional.of(new Ladder(sheet, stages)) : Optional.empty();
    }

    private static List<Stage> stages(Sheet sheet) {
        var stages = new ArrayList<Stage>();
        for (int piece = 0; piece < sheet.pieces(); piece++) {
            int place = sheet.placeOf(piece);
            if (place >= 0 && sheet.room().group(place).getFirst() == place) {
                List<Integer> group = sheet.room().group(place);
                int last = piece;
                for (int next = piece; next < sheet.pieces(); next++) {
                    last = sheet.placeOf(next) >= 0 && group.contains(sheet.placeOf(next)) ? next : last;
                }
                stages.add(Stage.of(sheet, piece, last, group));
            }
        }
        return stages;
    }

    /// Whether nothing but its blocks differs within a stage, and no text is the beginning of another one.
    private static boolean isPlain(Sheet sheet, Stage stage) {
        boolean areFramesSame = IntStream.rangeClosed(stage.first(), stage.last())
                .filter(piece -> sheet.placeOf(piece) < 0)
                .allMatch(piece -> sheet.isStatic(piece - 1, piece, sheet.order()));
        return areFramesSame && stage.others().stream().allMatch(block -> {
            List<Piece> texts = new ArrayList<>(new HashSet<>(sheet.texts(block)));
            return texts.stream().allMatch(one -> texts.stream()
                    .allMatch(other -> one == other || one.shared(other) < Math.min(one.size(), other.size())));
        });
    }

    /// Whether every set is looked at.
    boolean isWhole() {
        return stages.stream().allMatch(stage -> stage.late().isEmpty());
    }

    List<Stage> stages() {
        return stages;
    }

    Sheet sheet() {
        return sheet;
    }

    Timing timing() {
        return timing;
    }

    CacheRequest request(int call) {
        return requests.get(call);
    }

    /// Which calls are alike before a stage, and through a set of its blocks.
    Alike alike(int stage, int set) {
        Alike known = alike.get(List.of(stage, set));
        if (known == null) {
            known = set == 0 ? upTo(stages.get(stage).first()) : refined(stage, set);
            alike.put(List.of(stage, set), known);
        }
        return known;
    }

    private Alike refined(int stage, int set) {
        Alike before = alike(stage, set & set - 1);
        List<Piece> texts = sheet.texts(stages.get(stage).others().get(Integer.numberOfTrailingZeros(set)));
        return before.areAllApart() ? before : before.refined(texts::get);
    }

    /// Which calls are alike before a piece of the prompt as it is, which begins no stage or follows whole ones.
    Alike upTo(int piece) {
        Alike all = Alike.all(sheet.size());
        for (int i = 0; i < piece; i++) {
            all = sheet.refine(all, i, sheet.order());
        }
        return all;
    }

    /// Where the text of a call ends that goes up to a set of a stage, or with `isNext` where what follows begins.
    int end(int call, int stage, int set, boolean isNext) {
        Stage of = stages.get(stage);
        int places = of.statics().size() + Integer.bitCount(set);
        int end = begins[stage][call] + frames[stage][isNext ? places + 1 : places];
        for (int rest = set; rest != 0; rest &= rest - 1) {
            end += sheet.texts(of.others().get(Integer.numberOfTrailingZeros(rest))).get(call).size();
        }
        return end;
    }

    /// Where the changing blocks of a stage begin in each call, without what is between its places.
    private int[] begins(Stage stage) {
        return IntStream.range(0, sheet.size()).map(call -> sheet.start(call, stage.first())
                + stage.statics().stream().mapToInt(block -> sheet.texts(block).get(call).size()).sum()).toArray();
    }

    /// How many tokens are between its places, up to the one with a number; the same in all calls.
    private int[] frames(Stage stage) {
        int[] frames = new int[stage.statics().size() + stage.others().size() + stage.late().size() + 2];
        int place = 0;
        int sum = 0;
        for (int piece = stage.first(); piece <= stage.last(); piece++) {
            if (sheet.placeOf(piece) >= 0) {
                frames[++place] = sum;
            } else {
                sum += sheet.fixed(0, piece).size();
            }
        }
        frames[place + 1] = sum;
        return frames;
    }

    /// What the whole input of a call costs where all of it is read, written or neither: in millionths of a millionth of
    /// a dollar; 0 where there is no price.
    long cost(int call, InputSplit split) {
        Instant at = sheet.calls().at().plus(sheet.calls().cadence().offsetOf(call));
        return sheet.calls().terms().costOf(split, at).map(Money::picoDollars).orElse(0L);
    }

    /// The order in which the sets of each stage follow each other.
    ///
    /// @param sets by the stage, each with the one before it; what is missing comes last
    int[] order(List<List<Integer>> sets) {
        int[] order = sheet.order();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            var blocks = new ArrayList<>(stage.statics());
            var steps = new ArrayList<>(sets.get(i));
            steps.add(stage.sets() - 1);
            int done = 0;
            for (int set : steps) {
                for (int bit = 0; bit < stage.others().size(); bit++) {
                    if ((set >> bit & 1) == 1 && (done >> bit & 1) == 0) {
                        blocks.add(stage.others().get(bit));
                    }
                }
                done |= set;
            }
            blocks.addAll(stage.late());
            List<Integer> places = sheet.room().group(blocks.getFirst());
            for (int k = 0; k < places.size(); k++) {
                order[places.get(k)] = blocks.get(k);
            }
        }
        return order;
    }
}
