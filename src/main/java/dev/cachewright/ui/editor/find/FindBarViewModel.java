package dev.cachewright.ui.editor.find;

import dev.cachewright.prompt.Block;
import dev.cachewright.ui.kit.text.Mark;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Finds text in all blocks; letters match whatever their case.
public final class FindBarViewModel {

    private static final int LIMIT = 10_000;

    private final Supplier<List<Block>> blocks;
    private final Consumer<Map<String, List<Mark>>> marks;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private int current = -1;

    /// @param blocks in which is searched
    /// @param marks shows what was found, by block
    public FindBarViewModel(Supplier<List<Block>> blocks, Consumer<Map<String, List<Mark>>> marks) {
        this.blocks = blocks;
        this.marks = marks;
    }

    /// A stretch of text that was found.
    public record Hit(String blockId, int start, int end) {
    }

    /// The next hit, or the one before; goes round at the ends.
    public Optional<Hit> step(int direction) {
        List<Hit> hits = hits();
        mark(hits);
        if (hits.isEmpty()) {
            current = -1;
            status.set(query.get().isEmpty() ? "" : Texts.get("find-bar.none"));
            return Optional.empty();
        }
        current = current < 0 && direction < 0 ? hits.size() - 1 : Math.floorMod(current + direction, hits.size());
        status.set(Texts.format("find-bar.status", Numbers.count(current + 1L), Numbers.count(hits.size())));
        return Optional.of(hits.get(current));
    }

    /// Begins anew at the first hit.
    public Optional<Hit> restart() {
        current = -1;
        return step(1);
    }

    /// Marks all that was found.
    private void mark(List<Hit> hits) {
        marks.accept(hits.stream().collect(Collectors.groupingBy(Hit::blockId,
                Collectors.mapping(hit -> new Mark(hit.start(), hit.end(), "found"), Collectors.toList()))));
    }

    /// Nothing is marked any more.
    void leave() {
        mark(List.of());
    }

    private List<Hit> hits() {
        var hits = new ArrayList<Hit>();
        String wanted = query.get().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return hits;
        }
        for (Block block : blocks.get()) {
            String text = block.text().toLowerCase(Locale.ROOT);
            // A letter whose lower case has another length would shift what follows.
            String searched = text.length() == block.text().length() ? text : block.text();
            for (int at = searched.indexOf(wanted); at >= 0 && hits.size() < LIMIT; at = searched.indexOf(wanted,
                    at + wanted.length())) {
                hits.add(new Hit(block.id(), at, at + wanted.length()));
            }
        }
        return hits;
    }

    public StringProperty queryProperty() {
        return query;
    }

    public String getQuery() {
        return query.get();
    }

    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    public String getStatus() {
        return status.get();
    }
}
