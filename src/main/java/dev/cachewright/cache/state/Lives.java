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
        // Mostly that of the last one.
        for (int i = recent.size() - 1; i >= 0; i--) {
            if (recent.get(i).partition().equals(partition)) {
                return Optional.of(recent.get(i));
            }
        }
        return others.of(partition);
    }

    Lives with(Life life) {
        Optional<Life> before = of(life.partition());
        Life touched = before.isPresent() ? before.get().touchedBy(life) : life;
        if (recent.size() == 1 && recent.getFirst().partition().equals(life.partition())) {
            return new Lives(List.of(touched), others);
        }
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
        // The one that was used last is the one that is remembered for longest, as a rule.
        for (int i = recent.size() - 1; i >= 0; i--) {
            if (!isForgotten(recent.get(i), at)) {
                return false;
            }
        }
        return others.isForgotten(at);
    }

    /// The first life of another partition that is live, among the recent ones.
    Optional<Life> elsewhere(Partition partition, Instant at) {
        for (Life life : recent) {
            if (life.isLive(at) && !life.partition().equals(partition)) {
                return Optional.of(life);
            }
        }
        return Optional.empty();
    }

    static boolean isForgotten(Life life, Instant at) {
        long since = at.getEpochSecond() - life.usedAt().getEpochSecond();
        return since >= REMEMBERED.toSeconds()
                && !at.isBefore(life.usedAt().plus(life.lifetime().most()).plus(REMEMBERED));
    }
}
