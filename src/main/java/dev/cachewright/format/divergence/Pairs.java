package dev.cachewright.format.divergence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.format.divergence.RequestParts.Shown;
import dev.cachewright.format.json.RawJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which parts of two requests stand for each other: equal ones in their order, and between them those of one kind.
final class Pairs {

    private final List<Shown> earlier;
    private final List<Shown> later;
    private final List<Pair> pairs = new ArrayList<>();

    /// @param isSame whether both say the same
    record Pair(Optional<Shown> earlier, Optional<Shown> later, boolean isSame) {
    }

    private Pairs(List<Shown> earlier, List<Shown> later) {
        this.earlier = earlier;
        this.later = later;
    }

    static List<Pair> of(List<Shown> earlier, List<Shown> later, Set<Normalising> ignored) {
        return new Pairs(earlier, later).paired(ignored);
    }

    private List<Pair> paired(Set<Normalising> ignored) {
        Map<String, TreeSet<Integer>> places = new HashMap<>();
        for (int j = 0; j < later.size(); j++) {
            places.computeIfAbsent(key(later.get(j), ignored), any -> new TreeSet<>()).add(j);
        }
        int from = 0;
        int next = 0;
        for (int i = 0; i < earlier.size(); i++) {
            Integer found = places.getOrDefault(key(earlier.get(i), ignored), new TreeSet<>()).ceiling(next);
            if (found != null) {
                addGap(from, i, next, found);
                pairs.add(new Pair(Optional.of(earlier.get(i)), Optional.of(later.get(found)), true));
                from = i + 1;
                next = found + 1;
            }
        }
        addGap(from, earlier.size(), next, later.size());
        return pairs;
    }

    private static String key(Shown part, Set<Normalising> ignored) {
        boolean isSorted = !part.isText() && ignored.contains(Normalising.KEY_ORDER);
        return part.part().kind() + part.part().role() + '\n'
                + NormalText.of(isSorted ? sorted(RawJson.tree(part.text())) : part.text(), ignored).text();
    }

    /// The JSON with the fields of each object by name.
    private static String sorted(JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream().sorted(Map.Entry.comparingByKey())
                    .map(field -> RawJson.quote(field.getKey()) + ":" + sorted(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return node.isArray()
                ? node.valueStream().map(Pairs::sorted).collect(Collectors.joining(",", "[", "]"))
                : node.toString();
    }

    private void addGap(int from, int to, int otherFrom, int otherTo) {
        int j = otherFrom;
        for (int i = from; i < to; i++) {
            boolean isOfOneKind = j < otherTo && earlier.get(i).part().kind() == later.get(j).part().kind()
                    && earlier.get(i).part().role().equals(later.get(j).part().role());
            pairs.add(new Pair(Optional.of(earlier.get(i)), isOfOneKind ? Optional.of(later.get(j)) : Optional.empty(),
                    false));
            j += isOfOneKind ? 1 : 0;
        }
        later.subList(j, otherTo).forEach(part -> pairs.add(new Pair(Optional.empty(), Optional.of(part), false)));
    }
}
