package dev.cachewright.format.recover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Pieces that occur once in each of several texts, and in the same order in all.
final class Anchors {

    private static final int SEVERAL = -2;
    private static final int NONE = -1;

    /// Of the first text, in its order.
    private List<Words.Span> candidates;
    /// Where each candidate begins, by text.
    private final List<int[]> starts = new ArrayList<>();

    private Anchors(List<Words.Span> candidates) {
        this.candidates = candidates;
    }

    /// @param pieces of each text, in its order
    static Anchors of(List<String> texts, List<List<Words.Span>> pieces) {
        var anchors = new Anchors(pieces.getFirst());
        for (int i = 0; i < texts.size() && !anchors.candidates.isEmpty(); i++) {
            anchors.keep(texts.getFirst(), texts.get(i), pieces.get(i));
        }
        return anchors;
    }

    int size() {
        return candidates.size();
    }

    int length(int anchor) {
        return candidates.get(anchor).end() - candidates.get(anchor).start();
    }

    int start(int anchor, int text) {
        return starts.get(text)[anchor];
    }

    private void keep(String first, String text, List<Words.Span> pieces) {
        Map<String, Integer> found = new HashMap<>();
        int[] at = new int[candidates.size()];
        Arrays.fill(at, NONE);
        for (int i = 0; i < candidates.size(); i++) {
            found.put(first.substring(candidates.get(i).start(), candidates.get(i).end()), i);
        }
        for (Words.Span piece : pieces) {
            Integer candidate = found.get(text.substring(piece.start(), piece.end()));
            if (candidate != null) {
                at[candidate] = at[candidate] == NONE ? piece.start() : SEVERAL;
            }
        }
        int[] kept = longestRising(at);
        List<Words.Span> before = candidates;
        candidates = Arrays.stream(kept).mapToObj(before::get).toList();
        starts.add(at);
        starts.replaceAll(positions -> Arrays.stream(kept).map(i -> positions[i]).toArray());
    }

    /// The indices of the longest run of positions that rise; those below 0 are passed over.
    private static int[] longestRising(int[] positions) {
        int[] tails = new int[positions.length];
        int[] before = new int[positions.length];
        int length = 0;
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                int low = 0;
                int high = length;
                while (low < high) {
                    int middle = (low + high) >>> 1;
                    if (positions[tails[middle]] < positions[i]) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                before[i] = low == 0 ? NONE : tails[low - 1];
                tails[low] = i;
                length = Math.max(length, low + 1);
            }
        }
        int[] run = new int[length];
        int at = length == 0 ? NONE : tails[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            run[i] = at;
            at = before[at];
        }
        return run;
    }
}
