package dev.cachewright.format.family;

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
import dev.cachewright.format.recover.Recorded;
import dev.cachewright.format.recover.RecoveredPrompt;
import dev.cachewright.format.recover.Recovery;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.traffic.Example;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.TrafficRecord;
import dev.cachewright.traffic.Waste;
import dev.cachewright.traffic.WasteCause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Advice on the calls of a family: on the prompt that some of its requests come from, with these as its rows, at the
/// pace of the family. That is the advice, with its gain, that the prompt has once it is opened.
///
/// Where no prompt gives the requests back, or what differs between them is nothing that a row can hold, such as their
/// tools, two of the requests show what changes. Takes up to some tenths of a second: not on the UI thread.
public final class FamilyAdvice {

    /// A single row shows nothing of what changes.
    private static final int LEAST_ROWS = 2;

    /// Calls that differ in these are of prompts of their own.
    private static final Set<WasteCause> OF_PROMPTS = Set.of(WasteCause.TOOLS_CHANGED, WasteCause.TOOLS_REORDERED,
            WasteCause.SCHEMA_CHANGED, WasteCause.SETTING_CHANGED);

    private final Analyst analyst;
    private final Optional<RuleSet> rules;

    /// @param rules in place of those of each model
    public FamilyAdvice(Analyst analyst, Optional<RuleSet> rules) {
        this.analyst = analyst;
        this.rules = rules;
    }

    /// What was found for a family.
    ///
    /// @param advice what saves most first, each as if it were the only one
    /// @param all of it, one after the other; empty where that is not more than one change, or brings nothing
    public record Given(List<Advice> advice, Optional<Advisor.Plan> all) {

        private static final Given NONE = new Given(List.of(), Optional.empty());

        public Given {
            advice = List.copyOf(advice);
        }
    }

    /// What to change; nothing where no two requests are known or nothing would bring more.
    ///
    /// @param at the day of its prices
    public Given of(FamilyProfile family, Instant at) {
        Cadence pace = FamilyPace.of(family);
        return recovered(family).flatMap(found -> advise(input(found.prompt(), found.values(), pace, at)))
                .or(() -> pair(family).flatMap(bodies -> advise(bodies, pace, at))).orElse(Given.NONE);
    }

    private static Optional<RecoveredPrompt> recovered(FamilyProfile family) {
        List<Recorded> calls = family.samples().stream().flatMap(call -> call.body().stream()
                .map(body -> new Recorded(body, call.at(), call.place().words()))).toList();
        Recovery recovery = Recovery.of(calls);
        return recovery.prompts().stream().findFirst().filter(prompt -> prompt.calls() >= LEAST_ROWS
                && prompt.holdsWhatDiffers() && !losesMostBetween(recovery.prompts(), family));
    }

    /// Whether the calls come from several prompts, and what cost most is what these differ in: the rows of none of them
    /// show it.
    private static boolean losesMostBetween(List<RecoveredPrompt> prompts, FamilyProfile family) {
        return prompts.size() > 1 && family.sums().causes().stream().map(Waste::cause)
                .filter(WasteCause::isBetween).findFirst().filter(OF_PROMPTS::contains).isPresent();
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

    private Optional<Given> advise(Example.Bodies bodies, Cadence pace, Instant at) {
        try {
            Prompt prompt = RequestBodyReader.read(bodies.call());
            SecondRequest second = SecondRequest.of(prompt, RequestBodyReader.read(bodies.earlier()));
            return advise(new AnalysisInput(prompt, Values.none(), 0, rules, CacheState.empty(), at, pace,
                    Optional.of(second), TokenSource.none()));
        } catch (InputException _) {
            // A request that is no prompt has no advice.
            return Optional.empty();
        }
    }

    private AnalysisInput input(Prompt prompt, Values values, Cadence pace, Instant at) {
        return new AnalysisInput(prompt, values, 0, rules, CacheState.empty(), at, pace);
    }

    private Optional<Given> advise(AnalysisInput input) {
        try {
            Subject subject = Subject.of(analyst, input);
            var advisor = new Advisor(analyst, AdviceRules.all());
            List<Advice> given = advisor.advise(subject);
            Optional<Advisor.Plan> all = Optional.of(given).filter(found -> !found.isEmpty())
                    .map(_ -> advisor.plan(subject)).filter(plan -> plan.taken().size() > 1 && plan.gain().isGain());
            return Optional.of(new Given(given, all));
        } catch (InputException _) {
            return Optional.empty();
        }
    }
}
