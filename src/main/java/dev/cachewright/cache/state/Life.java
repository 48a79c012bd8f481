package dev.cachewright.cache.state;

import java.time.Duration;
import java.time.Instant;

/// When something that is stored for a partition can be read.
///
/// @param usableFrom when the answer of the request that stored it began
/// @param usedAt when it was last stored or read
public record Life(Partition partition, Lifetime lifetime, Instant usableFrom, Instant usedAt) {

    public boolean isLive(Instant at) {
        return !at.isBefore(usableFrom) && isWithin(lifetime.expected(), at);
    }

    /// Whether it was stored by a request whose answer has not begun.
    boolean isPending(Instant at) {
        return at.isBefore(usableFrom) && isWithin(lifetime.expected(), at);
    }

    /// Whether it was used less than so long before.
    private boolean isWithin(Duration time, Instant at) {
        long seconds = at.getEpochSecond() - usedAt.getEpochSecond();
        return seconds < time.toSeconds() || seconds <= time.toSeconds() + 1 && at.isBefore(usedAt.plus(time));
    }

    /// Whether it is known to be there, or known not to be.
    public boolean isSure(Instant at) {
        return isLive(at) ? at.isBefore(usedAt.plus(lifetime.sure())) : !at.isBefore(usedAt.plus(lifetime.most()));
    }

    /// This life after another request stored or read the same.
    public Life touchedBy(Life later) {
        Instant at = later.usedAt;
        if (!isLive(at) && !isPending(at)) {
            return later;
        }
        boolean isLonger = lifetime.expected().compareTo(later.lifetime.expected()) > 0;
        Instant from = usableFrom.isBefore(later.usableFrom) ? usableFrom : later.usableFrom;
        return new Life(partition, isLonger ? lifetime : later.lifetime, from, at.isAfter(usedAt) ? at : usedAt);
    }
}
