package dev.cachewright.prompt;

import dev.cachewright.prompt.template.Partials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The document: ordered blocks, request settings, and defaults for the variables.
///
/// @param blocks with unique ids
/// @param defaults values that a row need not give, by variable name
public record Prompt(List<Block> blocks, Settings settings, Map<String, Object> defaults) {

    public Prompt {
        blocks = withPartials(blocks);
        defaults = Attributes.copyOf(defaults);
        if (blocks.stream().map(Block::id).distinct().count() != blocks.size()) {
            throw new IllegalArgumentException("two blocks share an id");
        }
    }

    /// A block that is new has the partials of the others.
    private static List<Block> withPartials(List<Block> blocks) {
        Partials partials = blocks.stream().map(Block::partials).filter(known -> !known.isEmpty()).findFirst()
                .orElse(Partials.none());
        return partials.isEmpty()
                ? List.copyOf(blocks)
                : blocks.stream().map(block -> block.partials() == partials || !block.role().isMessage()
                        ? block
                        : block.withPartials(partials)).toList();
    }

    public static Prompt of(List<Block> blocks, Settings settings) {
        return new Prompt(blocks, settings, Map.of());
    }

    public Optional<Block> block(String id) {
        return blocks.stream().filter(block -> block.id().equals(id)).findFirst();
    }

    /// The index of the block, or -1.
    public int indexOf(String id) {
        return IntStream.range(0, blocks.size()).filter(i -> blocks.get(i).id().equals(id)).findFirst().orElse(-1);
    }

    public Prompt withBlocks(List<Block> newBlocks) {
        return new Prompt(newBlocks, settings, defaults);
    }

    public Prompt withSettings(Settings newSettings) {
        return new Prompt(blocks, newSettings, defaults);
    }

    /// The prompt with other wishes for the cache.
    public Prompt withCache(UnaryOperator<CacheSettings> change) {
        return withSettings(settings.withCache(change.apply(settings.cache())));
    }

    /// The prompt with a value that a row need not give for a variable.
    public Prompt withDefault(String variable, Object value) {
        var added = new LinkedHashMap<>(defaults);
        added.put(variable, value);
        return new Prompt(blocks, settings, added);
    }

    /// The prompt with one block changed; the same prompt where there is no such block.
    public Prompt with(String id, UnaryOperator<Block> change) {
        return withBlocks(blocks.stream().map(block -> block.id().equals(id) ? change.apply(block) : block).toList());
    }

    /// An id that no block has yet: `base`, else `base-2`, `base-3`, …
    public String freeId(String base) {
        String stem = base.isBlank() ? "block" : base;
        return IntStream.iterate(1, i -> i + 1).mapToObj(i -> i == 1 ? stem : stem + "-" + i)
                .filter(id -> block(id).isEmpty()).findFirst().orElseThrow();
    }

    /// The blocks as a list that may be changed.
    List<Block> editableBlocks() {
        return new ArrayList<>(blocks);
    }
}
