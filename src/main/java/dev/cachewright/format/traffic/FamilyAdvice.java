package dev.cachewright.format.traffic;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Advisor;
import dev.cachewright.advice.Subject;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.SecondRequest;
import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.advice.AdviceRules;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.traffic.Example;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.TrafficRecord;
import dev.cachewright.traffic.Waste;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Advice on the calls of a family: two of its requests prove what changes from call to call, and the pace of its calls
/// is that of the forecast. Takes some hundredths of a second: not on the UI thread.
public final class FamilyAdvice {

    private final Analyst analyst;
    private final Optional<RuleSet> rules;

    /// @param rules in place of those of each model
    public FamilyAdvice(Analyst analyst, Optional<RuleSet> rules) {
        this.analyst = analyst;
        this.rules = rules;
    }

    /// What to change, what saves most first; none where no two requests are known or nothing would bring more.
    ///
    /// @param at the day of its prices
    public List<Advice> of(FamilyProfile family, Instant at) {
        return pair(family).map(bodies -> advise(bodies, pace(family), at)).orElse(List.of());
    }

    /// Two requests of the cause that cost most, or the latest two that differ.
    private static Optional<Example.Bodies> pair(FamilyProfile family) {
        return family.sums().causes().stream().filter(waste -> waste.cause().isBetween()).map(Waste::example)
                .flatMap(example -> example.bodies().stream()).findFirst().or(() -> latest(family.samples()));
    }

    private static Optional<Example.Bodies> latest(List<TrafficRecord> samples) {
        if (samples.size() < 2) {
            return Optional.empty();
        }
        String last = samples.getLast().body().orElseThrow();
        return samples.reversed().stream().flatMap(call -> call.body().stream()).filter(body -> !body.equals(last))
                .findFirst().map(before -> new Example.Bodies(before, last));
    }

    private List<Advice> advise(Example.Bodies bodies, Duration every, Instant at) {
        try {
            Prompt prompt = RequestBodyReader.read(bodies.call());
            SecondRequest second = SecondRequest.of(prompt, RequestBodyReader.read(bodies.earlier()));
            Subject subject = Subject.of(analyst, new AnalysisInput(prompt, Values.none(), 0, rules,
                    CacheState.empty(), at, Cadence.every(every), Optional.of(second), TokenSource.none()));
            return new Advisor(analyst, AdviceRules.all()).advise(subject);
        } catch (InputException _) {
            // A request that is no prompt has no advice.
            return List.of();
        }
    }

    /// The gap that half of the calls come sooner after.
    private static Duration pace(FamilyProfile family) {
        return family.gaps().median().filter(gap -> !gap.isZero()).orElse(AnalysisInput.USUAL.every());
    }
}
