package dev.cachewright.analysis;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.text.WordDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A second request of the application from which the shown one came: what differs between them is what changes.
///
/// It takes part in the edits of the first: a block that is moved, split or edited is so in both, and what differs in
/// it still differs. So it can be seen at once what an edit would bring to the two.
public final class SecondRequest {

    /// Shorter pieces of text are found by chance.
    private static final int LEAST_PIECE = 3;

    private final Map<String, Counterpart> counterparts;
    private final Map<String, String> pieces;
    private final More more;
    private final Prompt asMade;

    private SecondRequest(Map<String, Counterpart> counterparts, Map<String, String> pieces, More more,
            Prompt asMade) {
        this.counterparts = counterparts;
        this.pieces = pieces;
        this.more = more;
        this.asMade = asMade;
    }

    /// Blocks that the first request does not have.
    ///
    /// @param before the block of the first that they come before; empty for the end
    private record More(List<Block> blocks, Optional<String> before) {
    }

    /// What a block was in both requests when they were compared.
    ///
    /// @param other empty where the second request has no such block
    private record Counterpart(Block first, Optional<Block> other) {
    }

    /// Pairs the blocks of two requests as they were made: equal ones from both ends, the others in their order.
    public static SecondRequest of(Prompt first, Prompt second) {
        List<Block> a = sent(first);
        List<Block> b = sent(second);
        int head = 0;
        while (head < a.size() && head < b.size() && isSame(a.get(head), b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < a.size() - head && tail < b.size() - head
                && isSame(a.get(a.size() - 1 - tail), b.get(b.size() - 1 - tail))) {
            tail++;
        }
        Map<String, Counterpart> pairs = new HashMap<>();
        for (int i = 0; i < a.size(); i++) {
            boolean isEqual = i < head || i >= a.size() - tail;
            pairs.put(a.get(i).id(), new Counterpart(a.get(i), isEqual ? Optional.of(a.get(i)) : Optional.empty()));
        }
        List<Block> rest = new ArrayList<>(b.subList(head, b.size() - tail));
        Map<String, String> pieces = new LinkedHashMap<>();
        for (Block block : a.subList(head, a.size() - tail)) {
            if (!rest.isEmpty() && rest.getFirst().role() == block.role()) {
                Block other = rest.removeFirst();
                pairs.put(block.id(), new Counterpart(block, Optional.of(other)));
                if (block.role().isMessage() || !isReordered(block.text(), other.text())) {
                    addPieces(block.text(), other.text(), pieces);
                }
            }
        }
        Optional<String> before = tail == 0 ? Optional.empty() : Optional.of(a.get(a.size() - tail).id());
        return new SecondRequest(pairs, pieces, new More(rest, before), second);
    }

    /// Whether two texts have the same characters in another order: tools that were sorted differently.
    private static boolean isReordered(String one, String other) {
        return Arrays.equals(one.chars().sorted().toArray(), other.chars().sorted().toArray());
    }

    private static void addPieces(String text, String other, Map<String, String> pieces) {
        for (WordDifference found : WordDifference.of(text, other)) {
            if (found.end() - found.start() >= LEAST_PIECE) {
                pieces.putIfAbsent(text.substring(found.start(), found.end()), found.other());
            }
        }
    }

    /// In the order of the request: tools and schema are sent first.
    private static List<Block> sent(Prompt prompt) {
        return Stream
                .concat(prompt.blocks().stream().filter(block -> !block.role().isMessage()).sorted((one, other) -> {
                    boolean isTools = one.role() == Role.TOOLS;
                    return one.role() == other.role() ? 0 : isTools ? -1 : 1;
                }), prompt.blocks().stream().filter(block -> block.role().isMessage())).toList();
    }

    private static boolean isSame(Block one, Block other) {
        return one.role() == other.role() && one.content().equals(other.content());
    }

    /// The second request as it was made, with its own settings.
    public Prompt asMade() {
        return asMade;
    }

    /// The second request with the edits that were made to the first since; blocks keep the ids of the first.
    public Prompt beside(Prompt edited) {
        var blocks = new ArrayList<Block>();
        edited.blocks().forEach(block -> beside(block).ifPresent(blocks::add));
        int place = more.before().flatMap(edited.withBlocks(blocks)::block).map(blocks::indexOf).orElse(blocks.size());
        for (Block block : more.blocks()) {
            blocks.add(place++, block.withId(edited.withBlocks(blocks).freeId(block.id())));
        }
        return new Prompt(blocks, edited.settings(), values(edited.defaults()));
    }

    /// What became a variable has the value there that it had as text.
    private Map<String, Object> values(Map<String, Object> defaults) {
        var values = new LinkedHashMap<>(defaults);
        values.replaceAll((name, value) -> value instanceof String text ? pieces.getOrDefault(text, text) : value);
        return values;
    }

    /// What the second request has in the place of a block of the edited first; empty where it has nothing.
    public Optional<Block> beside(Block block) {
        Counterpart known = counterparts.get(block.id());
        return known != null && block.content().equals(known.first().content())
                ? known.other().map(other -> block.withContent(other.content()))
                : Optional.of(withPieces(block));
    }

    /// The values that the second request has for a row of the first.
    public Row beside(Row row) {
        return new Row(values(row.values()));
    }

    private Block withPieces(Block block) {
        String text = block.text();
        for (Map.Entry<String, String> piece : pieces.entrySet()) {
            text = text.replace(piece.getKey(), piece.getValue());
        }
        return text.equals(block.text()) ? block : block.withText(text);
    }
}
