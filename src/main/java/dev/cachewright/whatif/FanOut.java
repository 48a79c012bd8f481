package dev.cachewright.whatif;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Ways to begin a batch of calls while the cache is cold: which are cold, what they cost and take.
///
/// A call can read what another stored from that one's first token on. Above the vendor's limit of calls a minute for one
/// key, calls reach machines that have not seen the prefix, and each such machine has one cold call more.
///
/// @param calls of the batch, from 1 on
/// @param parallel how many calls are on their way at most
/// @param firstToken from the beginning of a call to its first token
/// @param whole from its beginning to its end
public record FanOut(int calls, int parallel, Duration firstToken, Duration whole) {

    /// How long a call is taken to need to its first token, where nobody measured it.
    public static final Duration FIRST_TOKEN = Duration.ofSeconds(1);
    /// How long a call is taken to need to its end, where nobody measured it.
    public static final Duration WHOLE = Duration.ofSeconds(5);

    /// How it begins.
    public enum Start {
        ALL_AT_ONCE, FIRST_ALONE, STAGED
    }

    /// @param cold calls that find nothing
    /// @param takes until the last answer ends
    /// @param cost of all calls, in dollars, answers included; empty where the model has no price
    public record Plan(Start start, int cold, Duration takes, Optional<BigDecimal> cost) {
    }

    /// @throws IllegalArgumentException where a figure is below its least
    public FanOut {
        if (calls < 1 || parallel < 1 || firstToken.isNegative() || whole.compareTo(firstToken) < 0) {
            throw new IllegalArgumentException(calls + ", " + parallel + ", " + firstToken + ", " + whole);
        }
    }

    /// All ways; that which costs least first, of equal ones the quickest.
    public List<Plan> plans(Answer answer) {
        OptionalInt limit = answer.rules().callsAMinute();
        int wave = Math.min(calls, parallel);
        var plans = new ArrayList<Plan>();
        Duration atOnce = whole.multipliedBy(waves(calls));
        plans.add(plan(answer, Start.ALL_AT_ONCE, Math.max(wave, machines(calls, atOnce, limit)), atOnce));
        Duration firstAlone = firstAlone();
        plans.add(plan(answer, Start.FIRST_ALONE, machines(calls, firstAlone, limit), firstAlone));
        limit.ifPresent(most -> {
            Duration paced = Duration.ofMinutes(1).multipliedBy(calls - 1L).dividedBy(most).plus(whole);
            plans.add(plan(answer, Start.STAGED, 1, paced.compareTo(firstAlone) > 0 ? paced : firstAlone));
        });
        plans.sort(Comparator.comparing((Plan plan) -> plan.cost().orElse(BigDecimal.valueOf(plan.cold())))
                .thenComparing(Plan::takes));
        return plans;
    }

    /// The others begin at the first token of the first one, which is on its way until its end: one of them waits for it
    /// in each wave.
    private Duration firstAlone() {
        if (calls == 1) {
            return whole;
        }
        long waves = waves(calls - 1);
        boolean isLastOneLate = calls - 1 == waves * parallel;
        return isLastOneLate ? whole.multipliedBy(waves + 1) : firstToken.plus(whole.multipliedBy(waves));
    }

    private long waves(int count) {
        return (count + parallel - 1L) / parallel;
    }

    /// Machines of one key that the calls reach, at least 1: as many as the busiest minute needs.
    private static int machines(int calls, Duration takes, OptionalInt limit) {
        if (limit.isEmpty()) {
            return 1;
        }
        double minutes = Math.max(1, takes.toMillis() / (double) Duration.ofMinutes(1).toMillis());
        return Math.max(1, (int) Math.ceil(calls / minutes / limit.getAsInt()));
    }

    private Plan plan(Answer answer, Start start, int cold, Duration takes) {
        int missed = Math.min(cold, calls);
        Means means = answer.means();
        Optional<BigDecimal> cost = means.coldCost().flatMap(miss -> means.warmCost().flatMap(hit -> answer.output()
                .map(output -> miss.multiply(BigDecimal.valueOf(missed))
                        .add(hit.multiply(BigDecimal.valueOf(calls - (long) missed)))
                        .add(output.multiply(BigDecimal.valueOf(calls))))));
        return new Plan(start, missed, takes, cost);
    }
}
