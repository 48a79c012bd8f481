package dev.cachewright.experiment;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.catalog.Money;
import dev.cachewright.prompt.Values;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Layouts of a prompt beside each other, each forecast with the same rows at the same times.
///
/// @param forecasts in the order in which they were named; the first is what the others are compared with
public record Layouts(List<LayoutForecast> forecasts) {

    public Layouts {
        forecasts = List.copyOf(forecasts);
    }

    /// The calls that are supposed of each layout.
    ///
    /// @param count how many take the rows in turn, at least 1
    /// @param at when the first is sent, which decides its price
    public record Calls(int count, Cadence cadence, Instant at) {
    }

    /// Forecasts each layout from a cold cache on. May take long: not on the UI thread.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    public static Layouts of(Analyst analyst, List<Layout> layouts, Values values, Calls calls) {
        return new Layouts(layouts.stream().map(layout -> forecast(layout, analyst.countRows(layout.prompt(), values,
                layout.destination()), calls)).toList());
    }

    /// Forecasts one layout whose rows are counted.
    public static LayoutForecast forecast(Layout layout, CountedRows rows, Calls calls) {
        List<CountedRequest> sent = IntStream.range(0, calls.count())
                .mapToObj(i -> rows.rows().get(i % rows.rows().size())).toList();
        Optional<SeriesForecast> series = layout.destination().terms(layout.prompt().settings())
                .map(terms -> new Forecaster(terms, rows.prefix().tokens()).series(sent, calls.at(), calls.cadence()));
        return new LayoutForecast(layout, rows, series);
    }

    /// The same layouts with other calls; nothing is counted again.
    public Layouts with(Calls calls) {
        return new Layouts(forecasts.stream().map(each -> forecast(each.layout(), each.rows(), calls)).toList());
    }

    /// Of the input of all calls, and of as many calls of the first layout that read nothing; empty where one has no
    /// price.
    public Optional<Money> costWithControl() {
        return forecasts.stream().map(LayoutForecast::cost).reduce(
                first().series().flatMap(SeriesForecast::uncachedCost),
                (sum, cost) -> sum.flatMap(money -> cost.map(money::plus)));
    }

    public LayoutForecast first() {
        return forecasts.getFirst();
    }

    /// Of each layout but the first, to the first.
    public List<LayoutDifference> differences() {
        return forecasts.stream().skip(1).map(other -> LayoutDifference.of(first(), other)).toList();
    }

    /// The layout that costs least by its forecast; empty where two cost as little, or one has no price.
    public Optional<LayoutForecast> cheapest() {
        if (forecasts.stream().anyMatch(each -> each.cost().isEmpty())) {
            return Optional.empty();
        }
        Comparator<LayoutForecast> byCost = Comparator.comparing(each -> each.cost().orElseThrow());
        LayoutForecast least = forecasts.stream().min(byCost).orElseThrow();
        Money cost = least.cost().orElseThrow();
        return forecasts.stream().filter(each -> each.cost().orElseThrow().equals(cost)).count() == 1
                ? Optional.of(least)
                : Optional.empty();
    }
}
