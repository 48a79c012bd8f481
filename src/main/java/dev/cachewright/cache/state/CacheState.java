package dev.cachewright.cache.state;

import dev.cachewright.token.request.TokenSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What a cache holds at an instant; immutable.
///
/// Requests are kept in a tree of the runs of tokens that they share, so that a request is compared with all earlier
/// ones in one pass over its tokens, and memory grows with tokens that differ.
public final class CacheState {

    private static final CacheState EMPTY = new CacheState(Branches.NONE);

    private final Branches roots;

    private CacheState(Branches roots) {
        this.roots = roots;
    }

    /// A cache that has seen no request.
    public static CacheState empty() {
        return EMPTY;
    }

    public boolean isEmpty() {
        return roots.isEmpty();
    }

    /// What is known of the beginning of a request.
    public Trail trailOf(TokenSequence tokens) {
        var steps = new ArrayList<Trail.Step>();
        Branches next = roots;
        int total = tokens.total();
        for (int depth = 0; depth < total;) {
            Optional<Node> found = next.at(tokens.idAt(depth));
            if (found.isEmpty()) {
                break;
            }
            Node node = found.get();
            depth = Math.min(node.to(), tokens.commonPrefix(node.source(), depth));
            steps.add(new Trail.Step(node, depth));
            if (depth < node.to()) {
                break;
            }
            next = node.branches();
        }
        return new Trail(steps);
    }

    /// The state after a request.
    ///
    /// @param trail of its tokens in this state
    /// @param seen the life of the request itself
    /// @param stored the lives of the prefixes that it stores or reads, by their number of tokens
    public CacheState with(Trail trail, TokenSequence tokens, Life seen, Map<Integer, Life> stored) {
        List<Node> runs = runs(trail, tokens, new TreeMap<>(stored));
        Optional<Node> rest = trail.rest();
        for (int i = runs.size() - 1; i >= 0; i--) {
            Node run = runs.get(i);
            Branches next = run.branches();
            if (i + 1 < runs.size()) {
                Node below = runs.get(i + 1);
                next = next.with(below, seen.usedAt());
            }
            if (rest.isPresent() && rest.get().from() == run.to()) {
                next = next.with(rest.get(), seen.usedAt());
            }
            Life life = stored.get(run.to());
            runs.set(i, run.with(run.seen().with(seen), life == null ? run.stored() : run.stored().with(life), next));
        }
        return runs.isEmpty()
                ? this
                : new CacheState(roots.with(runs.getFirst(), seen.usedAt()));
    }

    /// The runs along a request, cut where prefixes are stored.
    private static List<Node> runs(Trail trail, TokenSequence tokens, NavigableMap<Integer, Life> stored) {
        var runs = new ArrayList<Node>();
        for (Trail.Step step : trail.steps()) {
            addParts(runs, step.node(), step.end(), stored);
        }
        int known = trail.shared();
        if (known < tokens.total()) {
            addParts(runs, Node.rest(tokens, known), tokens.total(), stored);
        }
        return runs;
    }

    private static void addParts(List<Node> runs, Node node, int end, NavigableMap<Integer, Life> stored) {
        int from = node.from();
        for (int cut : from < end ? stored.subMap(from, false, end, false).keySet() : List.<Integer>of()) {
            runs.add(node.part(from, cut));
            from = cut;
        }
        runs.add(node.part(from, end));
    }
}
