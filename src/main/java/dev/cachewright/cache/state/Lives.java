package dev.cachewright.cache.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lives of one stored thing, one for each partition; immutable, and changed in time that does not grow with their
/// number.
///
/// @param recent the ones that were used last, the very last at the end
/// @param others those before them
record Lives(List<Life> recent, OlderLives others) {

    static final Lives NONE = new Lives(List.of(), OlderLives.NONE);

    /// How many are looked through one by one.
    private static final int RECENT = 64;

    /// What expired is remembered for so long, to say why a call missed.
    private static final Duration REMEMBERED = Duration.ofHours(1);

    Optional<Life> of(Partition partition) {
        for (Life life : recent) {
            if (life.partition().equals(partition)) {
                return Optional.of(life);
            }
        }
        return others.of(partition);
    }

    Lives with(Life life) {
        Life touched = of(life.partition()).map(before -> before.touchedBy(life)).orElse(life);
        var next = new ArrayList<Life>(recent.size() + 1);
        for (Life other : recent) {
            if (!other.partition().equals(life.partition()) && !isForgotten(other, life.usedAt())) {
                next.add(other);
            }
        }
        next.add(touched);
        OlderLives older = next.size() > RECENT ? others.with(next.removeFirst(), life.usedAt()) : others;
        return new Lives(List.copyOf(next), older);
    }

    /// Whether nothing of it is live or remembered.
    boolean isForgotten(Instant at) {
        return recent.stream().allMatch(life -> isForgotten(life, at)) && others.isForgotten(at);
    }

    /// The first life of another partition that is live, among the recent ones.
    Optional<Life> elsewhere(Partition partition, Instant at) {
        return recent.stream().filter(life -> !life.partition().equals(partition) && life.isLive(at)).findFirst();
    }

    static boolean isForgotten(Life life, Instant at) {
        return !at.isBefore(life.usedAt().plus(life.lifetime().most()).plus(REMEMBERED));
    }
}
