package dev.cachewright.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Which row each call of a run is made with.
///
/// @param rows indices of rows, in the order of the calls
/// @param controls indices of `rows` whose calls are sent with another first token, so that a cache cannot help them
public record CallOrder(List<Integer> rows, Set<Integer> controls) {

    public CallOrder {
        rows = List.copyOf(rows);
        controls = Set.copyOf(controls);
    }

    /// These rows as they are.
    public static CallOrder of(List<Integer> rows) {
        return new CallOrder(rows, Set.of());
    }

    /// So many calls that take the rows in turn.
    public static CallOrder inTurn(int rowCount, int calls) {
        return of(IntStream.range(0, calls).mapToObj(i -> i % rowCount).toList());
    }

    /// The same calls in an order by chance, the same one for the same seed.
    public CallOrder shuffled(long seed) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return of(shuffled);
    }

    /// The same calls, with one more for control after each `every` of them: with the row of the call before it.
    ///
    /// @param every 0 for none
    public CallOrder withControlAfter(int every) {
        if (every == 0) {
            return this;
        }
        var mixed = new ArrayList<Integer>();
        var marked = new TreeSet<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            mixed.add(rows.get(i));
            if ((i + 1) % every == 0) {
                marked.add(mixed.size());
                mixed.add(rows.get(i));
            }
        }
        return new CallOrder(mixed, marked);
    }

    /// The calls with these indices alone.
    public CallOrder only(List<Integer> indices) {
        var kept = new TreeSet<Integer>();
        for (int i = 0; i < indices.size(); i++) {
            if (controls.contains(indices.get(i))) {
                kept.add(i);
            }
        }
        return new CallOrder(indices.stream().map(rows::get).toList(), kept);
    }

    /// How many calls.
    public int size() {
        return rows.size();
    }
}
