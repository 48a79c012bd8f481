package dev.cachewright.ui.layouts;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.Layouts;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Forecasts layouts again and again: only those that changed are counted. To be used by one piece of work at a time.
final class LayoutForecasts {

    private final Analyst analyst;
    private List<Counted> counted = List.of();

    LayoutForecasts(Analyst analyst) {
        this.analyst = analyst;
    }

    private record Counted(Layout layout, Values values, CountedRows rows) {

        boolean isOf(Layout other, Values others) {
            return layout.prompt() == other.prompt() && layout.destination() == other.destination()
                    && values == others;
        }
    }

    List<Forecasted> of(List<Layout> layouts, Values values, Layouts.Calls calls) {
        var now = new ArrayList<Counted>();
        var found = new ArrayList<Forecasted>();
        for (Layout layout : layouts) {
            try {
                CountedRows rows = rows(layout, values);
                now.add(new Counted(layout, values, rows));
                found.add(new Forecasted(layout, Optional.of(Layouts.forecast(layout, rows, calls)), ""));
            } catch (InputException problem) {
                found.add(new Forecasted(layout, Optional.empty(), problem.getMessage()));
            }
        }
        counted = List.copyOf(now);
        return found;
    }

    private CountedRows rows(Layout layout, Values values) {
        return counted.stream().filter(each -> each.isOf(layout, values)).map(Counted::rows).findFirst()
                .orElseGet(() -> analyst.countRows(layout.prompt(), values, layout.destination()));
    }
}
