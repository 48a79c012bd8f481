package dev.cachewright.advice.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// Which calls are alike up to a place: those of the same class.
///
/// @param classes by the number of the call, from 0 on
/// @param count how many classes there are
record Alike(int[] classes, int count) {

    static Alike all(int calls) {
        return new Alike(new int[calls], Math.min(1, calls));
    }

    /// @param next what follows in a call
    Alike refined(IntFunction<?> next) {
        Map<List<Object>, Integer> known = new HashMap<>();
        int[] finer = new int[classes.length];
        for (int i = 0; i < classes.length; i++) {
            finer[i] = known.computeIfAbsent(List.of(classes[i], next.apply(i)), _ -> known.size());
        }
        return new Alike(finer, known.size());
    }

    /// Whether no call is like another: nothing that follows can be read.
    boolean areAllApart() {
        return count == classes.length;
    }
}
