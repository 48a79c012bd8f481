package dev.cachewright.cache.state;

import dev.cachewright.token.request.TokenSequence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The runs of a state along one request, from its beginning on.
public record Trail(List<Step> steps) {

    /// @param end how far the request agrees with the run
    record Step(Node node, int end) {
    }

    public Trail {
        steps = List.copyOf(steps);
    }

    /// How many tokens the request shares with an earlier one, whether that can be read or not.
    public int shared() {
        return steps.isEmpty() ? 0 : steps.getLast().end();
    }

    /// What of the last run is not in the request.
    Optional<Node> rest() {
        return steps.isEmpty() || steps.getLast().end() == steps.getLast().node().to()
                ? Optional.empty()
                : Optional.of(steps.getLast().node().part(steps.getLast().end(), steps.getLast().node().to()));
    }

    /// How far requests of this partition went along that are live.
    public int live(Partition partition, Instant at) {
        return seen(partition, life -> life.isLive(at));
    }

    /// How far requests of this partition went along whose answer has not begun.
    public int pending(Partition partition, Instant at) {
        return seen(partition, life -> life.isLive(at) || life.isPending(at));
    }

    /// How far requests of this partition went along, live or not.
    public int known(Partition partition) {
        return seen(partition, life -> true);
    }

    private int seen(Partition partition, Predicate<Life> isMeant) {
        int end = 0;
        for (Step step : steps) {
            if (step.node().seen().of(partition).filter(isMeant).isEmpty()) {
                return end;
            }
            end = step.end();
        }
        return end;
    }

    /// The live request of another partition that went furthest along.
    public Optional<Elsewhere> elsewhere(Partition partition, Instant at) {
        Optional<Elsewhere> best = Optional.empty();
        for (Step step : steps) {
            Optional<Life> life = step.node().seen().elsewhere(partition, at);
            if (life.isEmpty()) {
                return best;
            }
            best = Optional.of(new Elsewhere(life.get().partition(), step.end()));
        }
        return best;
    }

    /// What a request of another partition shares.
    public record Elsewhere(Partition partition, int shared) {
    }

    /// The life at a number of tokens of the run that ends with them, as far as a prefix was stored there.
    public Optional<Life> storedAt(int position, Partition partition) {
        return stepAt(position).filter(step -> step.end() == position && step.node().to() == position)
                .flatMap(step -> step.node().stored().of(partition));
    }

    /// A request that agrees with this one up to `position`, as far as its tokens there are kept.
    public Optional<TokenSequence> sourceAt(int position) {
        return stepAt(position).map(step -> step.node().source());
    }

    /// The life of the run with the token before `position`.
    public Optional<Life> seenAt(int position, Partition partition) {
        return stepAt(position).flatMap(step -> step.node().seen().of(partition));
    }

    /// The run with the token before `position`, as far as the request agrees with it.
    private Optional<Step> stepAt(int position) {
        for (Step step : steps) {
            if (step.end() >= position && step.node().from() < position) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
