package dev.cachewright.cache.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lives of one stored thing, one for each partition; immutable.
record Lives(List<Life> all) {

    static final Lives NONE = new Lives(List.of());

    /// What expired is remembered for so long, to say why a call missed.
    private static final Duration REMEMBERED = Duration.ofHours(1);

    Optional<Life> of(Partition partition) {
        for (Life life : all) {
            if (life.partition().equals(partition)) {
                return Optional.of(life);
            }
        }
        return Optional.empty();
    }

    Lives with(Life life) {
        var next = new ArrayList<Life>(all.size() + 1);
        Life touched = life;
        for (Life other : all) {
            if (other.partition().equals(life.partition())) {
                touched = other.touchedBy(life);
            } else if (!isForgotten(other, life.usedAt())) {
                next.add(other);
            }
        }
        next.add(touched);
        return new Lives(List.copyOf(next));
    }

    /// Whether nothing of it is live or remembered.
    boolean isForgotten(Instant at) {
        return all.stream().allMatch(life -> isForgotten(life, at));
    }

    /// The first life of another partition that is live.
    Optional<Life> elsewhere(Partition partition, Instant at) {
        return all.stream().filter(life -> !life.partition().equals(partition) && life.isLive(at)).findFirst();
    }

    private static boolean isForgotten(Life life, Instant at) {
        return !at.isBefore(life.usedAt().plus(life.lifetime().most()).plus(REMEMBERED));
    }
}
