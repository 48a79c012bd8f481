package dev.cachewright.gate;

import dev.cachewright.advice.Expectation;
import dev.cachewright.advice.Subject;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import java.util.Optional;
import java.util.OptionalDouble;

/// A prompt with its analysis and figures, which are those that advice goes by.
record Measured(Subject subject, Figures figures) {

    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    static Measured of(Analyst analyst, AnalysisInput input) {
        Subject subject = Subject.of(analyst, input);
        return new Measured(subject, figures(subject));
    }

    Analysis analysis() {
        return subject.analysis();
    }

    private static Figures figures(Subject subject) {
        Analysis analysis = subject.analysis();
        Optional<Expectation> calls = analysis.outlook().map(_ -> subject.now());
        return new Figures(subject.prompt().settings().model(), analysis.estimate().range(analysis.prefix().tokens()),
                calls.map(known -> OptionalDouble.of(known.hitRate())).orElse(OptionalDouble.empty()),
                calls.flatMap(Expectation::costPerCall), calls.map(Expectation::calls).orElse(1));
    }
}
