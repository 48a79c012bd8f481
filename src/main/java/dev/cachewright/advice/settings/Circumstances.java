package dev.cachewright.advice.settings;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Candidate.Worth;
import dev.cachewright.advice.Confidence;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.advice.Telling;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Price;
import dev.cachewright.catalog.RuleSet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What holds where the calls go: a dearer band of prices (L27), a server that reports nothing (L29).
public final class Circumstances implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        var found = new ArrayList<Candidate>();
        Analysis analysis = subject.analysis();
        LocalDate day = LocalDate.ofInstant(subject.input().at(), ZoneOffset.UTC);
        analysis.model().flatMap((Model model) -> model.priceOn(day)).flatMap(Price::longContext)
                .filter(band -> analysis.total().tokens() > band.overInputTokens())
                .ifPresent(
                        band -> found.add(new Candidate(Rule.L27, Severity.WARNING, Confidence.PROVEN, Spot.request(),
                                Telling.of("dearer-band", analysis.total().tokens(),
                                        band.overInputTokens()),
                                Worth.ALWAYS, List.of())));
        subject.input().rules().flatMap(Circumstances::silent).ifPresent(key -> found.add(new Candidate(Rule.L29,
                Severity.INFO, Confidence.POSSIBLE, Spot.request(), Telling.of(key), Worth.ALWAYS, List.of())));
        return found;
    }

    /// Servers that report cached tokens only where they are told to.
    private static Optional<String> silent(RuleSet rules) {
        return switch (rules) {
            case RuleSet.Blocks _ -> Optional.of("silent-vllm");
            case RuleSet.Named named -> named == RuleSet.Named.LONGEST_PREFIX
                    ? Optional.of("silent-local")
                    : Optional.empty();
        };
    }
}
