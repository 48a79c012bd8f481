package dev.cachewright.cache.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lives that were not used lately, by their partition; immutable.
///
/// Those that are forgotten are dropped when there are twice as many as after the last time. A life that is used again
/// stays here as it was, and is not asked for.
///
/// @param slots lives by the hash of their partition
/// @param most how many there are before the next look at what can be dropped
record OlderLives(Trie<Slot> slots, int size, int most) {

    private static final int LEAST = 64;

    static final OlderLives NONE = new OlderLives(Trie.empty(), 0, LEAST);

    /// The lives whose partitions have one hash, as a rule one.
    private record Slot(int key, List<Life> lives) implements TrieLeaf {
    }

    Optional<Life> of(Partition partition) {
        return livesAt(partition).filter(life -> life.partition().equals(partition)).findFirst();
    }

    OlderLives with(Life life, Instant at) {
        boolean isNew = of(life.partition()).isEmpty();
        var more = new OlderLives(slots.with(slotWith(life)), isNew ? size + 1 : size, most);
        return more.size > most ? more.remembered(at) : more;
    }

    boolean isForgotten(Instant at) {
        return remembering(at).isEmpty();
    }

    private OlderLives remembered(Instant at) {
        List<Life> kept = remembering(at);
        var next = NONE;
        for (Life life : kept) {
            next = new OlderLives(next.slots.with(next.slotWith(life)), kept.size(), Math.max(LEAST, 2 * kept.size()));
        }
        return next;
    }

    private List<Life> remembering(Instant at) {
        List<Life> kept = new ArrayList<>();
        slots.forEach(slot -> slot.lives().stream().filter(life -> !Lives.isForgotten(life, at)).forEach(kept::add));
        return kept;
    }

    private Stream<Life> livesAt(Partition partition) {
        return slots.at(partition.hashCode()).stream().flatMap(slot -> slot.lives().stream());
    }

    private Slot slotWith(Life life) {
        Stream<Life> others = livesAt(life.partition()).filter(other -> !other.partition().equals(life.partition()));
        return new Slot(life.partition().hashCode(), Stream.concat(others, Stream.of(life)).toList());
    }
}
