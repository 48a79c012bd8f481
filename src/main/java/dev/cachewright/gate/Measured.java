package dev.cachewright.gate;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.catalog.Money;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A prompt with its analysis and figures.
public record Measured(AnalysisInput input, Analysis analysis, Figures figures) {

    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    static Measured of(Analyst analyst, AnalysisInput input) {
        Analysis analysis = analyst.analyse(input);
        return new Measured(input, analysis, figures(input, analysis));
    }

    private static Figures figures(AnalysisInput input, Analysis analysis) {
        int rows = input.values().rows().size();
        Optional<SeriesForecast> series = rows > 1 ? analysis.outlook().map(outlook -> outlook.series())
                : analysis.destination().terms(input.prompt().settings()).map(terms -> {
                    CountedRequest call = analysis.counted();
                    SeriesForecast pair = new Forecaster(terms, analysis.prefix().tokens()).series(List.of(call, call),
                            input.at(), input.cadence());
                    return new SeriesForecast(List.of(pair.calls().getLast()), Optional.empty());
                });
        OptionalDouble hitRate = series.map(known -> OptionalDouble.of(known.hitRate())).orElse(OptionalDouble.empty());
        Optional<Money> cost = series.flatMap(SeriesForecast::cost).map(all -> all.dividedBy(Math.max(1, rows)));
        return new Figures(input.prompt().settings().model(), analysis.estimate().range(analysis.prefix().tokens()),
                hitRate, cost, Math.max(1, rows));
    }
}
