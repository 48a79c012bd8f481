package dev.cachewright.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which row each call of a run is made with.
///
/// @param rows indices of rows, in the order of the calls
/// @param controls indices of `rows` whose calls are sent with another first token, so that a cache cannot help them
/// @param pings indices of `rows` whose calls are the one before them again, with next to no answer
public record CallOrder(List<Integer> rows, Set<Integer> controls, Set<Integer> pings) {

    public CallOrder {
        rows = List.copyOf(rows);
        controls = Set.copyOf(controls);
        pings = Set.copyOf(pings);
    }

    /// Calls without pings.
    public CallOrder(List<Integer> rows, Set<Integer> controls) {
        this(rows, controls, Set.of());
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

    /// The same calls, with so many pings after each but the last.
    public CallOrder withPingsBetween(int count) {
        if (count == 0) {
            return this;
        }
        int period = count + 1;
        int all = rows.isEmpty() ? 0 : (rows.size() - 1) * period + 1;
        return new CallOrder(IntStream.range(0, all).mapToObj(i -> rows.get(i / period)).toList(),
                controls.stream().map(i -> i * period).collect(Collectors.toSet()),
                IntStream.range(0, all).filter(i -> i % period != 0).boxed().collect(Collectors.toSet()));
    }

    /// The calls with these indices alone.
    public CallOrder only(List<Integer> indices) {
        return new CallOrder(indices.stream().map(rows::get).toList(), kept(indices, controls), kept(indices, pings));
    }

    private static Set<Integer> kept(List<Integer> indices, Set<Integer> marked) {
        return IntStream.range(0, indices.size()).filter(i -> marked.contains(indices.get(i))).boxed()
                .collect(Collectors.toSet());
    }

    /// How many calls.
    public int size() {
        return rows.size();
    }
}
