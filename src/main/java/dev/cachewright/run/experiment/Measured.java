package dev.cachewright.run.experiment;

import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.catalog.Money;
import dev.cachewright.experiment.Arm;
import dev.cachewright.experiment.Outcome;
import dev.cachewright.session.Billing;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Puts the calls of an experiment in their rounds. What a call cost is priced by what its server reported, never by a
/// forecast; of a call that was not answered nothing is known.
final class Measured {

    /// The first round, in which nothing is warm.
    private static final int WARMING = 1;

    private final ExperimentPlan plan;
    private final ArmRequests requests;
    private final int firstNumber;
    private final Turns turns;
    /// By their index.
    private final Map<Integer, Call> calls = new HashMap<>();

    Measured(ExperimentPlan plan, ArmRequests requests, int firstNumber) {
        this.plan = plan;
        this.requests = requests;
        this.firstNumber = firstNumber;
        this.turns = plan.turns();
    }

    void add(Call call) {
        calls.put(call.number() - firstNumber, call);
    }

    Outcome outcome() {
        int begun = calls.keySet().stream().mapToInt(turns::round).max().orElse(0) + 1;
        int rounds = Math.max(0, begun - WARMING);
        List<Arm> arms = IntStream.range(0, plan.layouts().size())
                .mapToObj(arm -> arm(plan.layouts().get(arm).name(), arm, rounds)).toList();
        return new Outcome(arms, arm("", plan.layouts().size(), rounds), rounds);
    }

    private Arm arm(String name, int arm, int rounds) {
        return new Arm(name, each(arm, rounds, this::cost), each(arm, rounds, this::firstToken));
    }

    private <T> List<Optional<T>> each(int arm, int rounds, Function<Integer, Optional<T>> reading) {
        int inRound = turns.calls(1);
        return IntStream.range(WARMING, WARMING + rounds)
                .mapToObj(round -> IntStream.range(round * inRound, (round + 1) * inRound)
                        .filter(index -> turns.arm(index) == arm).boxed().findFirst().flatMap(reading))
                .toList();
    }

    private Optional<Call> answered(int index) {
        return Optional.ofNullable(calls.get(index))
                .filter(call -> call.measurement().result() instanceof CallResult.Answered);
    }

    private Optional<Money> cost(int index) {
        return answered(index).flatMap(call -> {
            Instant at = call.measurement().timing().at();
            CountedRequest sent = requests.request(index, at);
            return Billing.input(plan.layouts().getFirst().destination().model(), sent.request().settings(),
                    sent.lifetimes(), call.measurement().usage(), at);
        });
    }

    private Optional<Duration> firstToken(int index) {
        return answered(index).flatMap(call -> call.measurement().timing().firstToken());
    }
}
