package dev.cachewright.analysis;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.WordDifference;
import dev.cachewright.token.request.RequestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a second request differs from the one that is shown: what one request alone cannot tell.
///
/// @param at where they diverge; [Divergence#NONE] where one is the beginning of the other
/// @param changes all places of the shown prompt that differ and are not variables, in order
public record Comparison(Divergence at, List<Change> changes) {

    private static final Pattern TAGS = Pattern.compile("(?:\\{\\{[^}]*}}\\s*)+");

    public Comparison {
        changes = List.copyOf(changes);
    }

    /// A place that differs.
    ///
    /// @param start in the content of the block, in UTF-16 units
    /// @param end after the last character; as `start` where only the second request has something there
    /// @param other what the second request has there
    public record Change(String blockId, int start, int end, String other) {
    }

    /// Whether both begin with the same, up to the end of one.
    public boolean isSame() {
        return at.equals(Divergence.NONE);
    }

    /// The blocks that differ.
    public Set<String> blocks() {
        return changes.stream().map(Change::blockId).collect(Collectors.toSet());
    }

    static Comparison of(Prompt shown, RequestTokens tokens, Prompt beside, RequestTokens otherTokens) {
        int common = tokens.commonPrefix(otherTokens);
        return new Comparison(common >= Math.min(tokens.size(), otherTokens.size())
                ? Divergence.NONE
                : Divergence.of(otherTokens, tokens, common, ""), changes(shown, beside));
    }

    private static List<Change> changes(Prompt shown, Prompt beside) {
        var changes = new ArrayList<Change>();
        for (Block block : shown.blocks()) {
            Optional<Block> other = beside.block(block.id());
            if (other.isEmpty()) {
                changes.add(new Change(block.id(), 0, block.content().length(), ""));
            } else if (!other.get().content().equals(block.content())) {
                String text = block.text();
                WordDifference.of(text, other.get().text()).stream()
                        .filter(found -> !TAGS.matcher(text.substring(found.start(), found.end())).matches())
                        .forEach(found -> changes.add(new Change(block.id(), found.start(), found.end(),
                                found.other())));
            }
        }
        return changes;
    }
}
