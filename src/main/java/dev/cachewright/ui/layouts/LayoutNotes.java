package dev.cachewright.ui.layouts;

import dev.cachewright.experiment.LayoutForecast;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.Variables;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What is to be known of the figures of layouts.
final class LayoutNotes {

    private LayoutNotes() {
    }

    /// What they are forecasts of, why they are estimates, which layouts have none, and which variables are sent empty.
    static String of(List<Forecasted> found, Values values) {
        if (found.isEmpty()) {
            return "";
        }
        SequencedSet<String> notes = new LinkedHashSet<>();
        notes.add(Texts.format("layouts.note", values.rowsOrEmpty().size()));
        for (Forecasted each : found) {
            String name = each.layout().name();
            if (!each.problem().isEmpty()) {
                notes.add(Texts.format("layouts.problem", name, Sentence.of(each.problem())));
            }
            List<String> missing = Variables.of(each.layout().prompt(), values).missing();
            if (!missing.isEmpty()) {
                notes.add(Texts.format("layouts.sent-empty", name, FewWords.list(missing)));
            }
        }
        found.forEach(each -> each.forecast().map(LayoutNotes::estimate).filter(words -> !words.isEmpty())
                .ifPresent(notes::add));
        return String.join(" ", notes);
    }

    private static String estimate(LayoutForecast forecast) {
        return TokenWords.why(forecast.layout().destination(), forecast.estimate());
    }
}
