package dev.cachewright.cache.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// What follows a node, by the first token; immutable.
///
/// Nodes that are forgotten are dropped when there are twice as many as after the last time.
final class Branches {

    static final Branches NONE = new Branches(new int[0], new Node[0], 8);

    private final int[] tokens;
    private final Node[] nodes;
    private final int most;

    private Branches(int[] tokens, Node[] nodes, int most) {
        this.tokens = tokens;
        this.nodes = nodes;
        this.most = most;
    }

    Optional<Node> at(int token) {
        int index = Arrays.binarySearch(tokens, token);
        return index < 0 ? Optional.empty() : Optional.of(nodes[index]);
    }

    boolean isEmpty() {
        return nodes.length == 0;
    }

    Branches with(int token, Node node, Instant at) {
        int index = Arrays.binarySearch(tokens, token);
        if (index >= 0) {
            Node[] changed = nodes.clone();
            changed[index] = node;
            return new Branches(tokens, changed, most);
        }
        int place = -index - 1;
        int[] moreTokens = new int[tokens.length + 1];
        Node[] moreNodes = new Node[nodes.length + 1];
        System.arraycopy(tokens, 0, moreTokens, 0, place);
        System.arraycopy(nodes, 0, moreNodes, 0, place);
        moreTokens[place] = token;
        moreNodes[place] = node;
        System.arraycopy(tokens, place, moreTokens, place + 1, tokens.length - place);
        System.arraycopy(nodes, place, moreNodes, place + 1, nodes.length - place);
        var more = new Branches(moreTokens, moreNodes, most);
        return moreNodes.length > most ? more.remembered(at) : more;
    }

    private Branches remembered(Instant at) {
        var kept = new ArrayList<Integer>();
        for (int i = 0; i < nodes.length; i++) {
            if (!nodes[i].seen().isForgotten(at)) {
                kept.add(i);
            }
        }
        int[] keptTokens = kept.stream().mapToInt(i -> tokens[i]).toArray();
        Node[] keptNodes = kept.stream().map(i -> nodes[i]).toArray(Node[]::new);
        return new Branches(keptTokens, keptNodes, Math.max(NONE.most, 2 * kept.size()));
    }
}
