package dev.cachewright.cache.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows a node, by the first token; immutable, and changed in time that does not grow with it.
///
/// Nodes that are forgotten are dropped when there are twice as many as after the last time.
final class Branches {

    private static final int LEAST = 8;

    static final Branches NONE = new Branches(Trie.empty(), 0, LEAST);

    private final Trie<Node> nodes;
    private final int size;
    private final int most;

    private Branches(Trie<Node> nodes, int size, int most) {
        this.nodes = nodes;
        this.size = size;
        this.most = most;
    }

    Optional<Node> at(int token) {
        return nodes.at(token);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// These branches with `node` in place of the one that has its first token.
    Branches with(Node node, Instant at) {
        boolean isNew = at(node.key()).isEmpty();
        var more = new Branches(nodes.with(node), isNew ? size + 1 : size, most);
        return more.size > most ? more.remembered(at) : more;
    }

    private Branches remembered(Instant at) {
        List<Node> kept = new ArrayList<>();
        nodes.forEach(node -> {
            if (!node.seen().isForgotten(at)) {
                kept.add(node);
            }
        });
        Trie<Node> remaining = Trie.empty();
        for (Node node : kept) {
            remaining = remaining.with(node);
        }
        return new Branches(remaining, kept.size(), Math.max(LEAST, 2 * kept.size()));
    }
}
