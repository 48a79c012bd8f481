package dev.cachewright.ui.session;

import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// A column of the table of calls: its figure as text, and as a number to sort by.
enum CallColumn {
    NUMBER(38, row -> Numbers.count(row.number()), CallRow::number),
    TIME(76, CallRow::time, row -> row.facts().figures().at()),
    INPUT(68, CallRow::input, row -> row.facts().figures().input()),
    CACHED(66, CallRow::cached, row -> row.facts().figures().cached()),
    WRITTEN(66, CallRow::written, row -> row.facts().figures().written()),
    FORECAST(70, CallRow::forecast, row -> row.facts().figures().forecast()),
    FIRST_TOKEN(72, CallRow::firstToken, row -> row.facts().figures().firstToken()),
    COST(68, CallRow::cost, row -> row.facts().figures().cost());

    private final double least;
    private final Function<CallRow, String> text;
    private final Comparator<CallRow> order;

    CallColumn(double least, Function<CallRow, String> text, ToDoubleFunction<CallRow> key) {
        this.least = least;
        this.text = text;
        this.order = Comparator.comparingDouble(key).thenComparingInt(CallRow::number);
    }

    double least() {
        return least;
    }

    String text(CallRow row) {
        return text.apply(row);
    }

    Comparator<CallRow> order() {
        return order;
    }

    String title() {
        return Texts.get("session.column." + word());
    }

    /// In style sheets; figures stand at the right, the time does not.
    String style() {
        return this == TIME ? "time" : "number";
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
