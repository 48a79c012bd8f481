package dev.cachewright.ui.layouts;

import dev.cachewright.experiment.Finding;
import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.Measure;
import dev.cachewright.experiment.Outcome;
import dev.cachewright.run.experiment.ExperimentPlan;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What was measured of layouts.
///
/// @param failures of calls, in the words of their servers, each once
/// @param notes what is to be known of the figures, a sentence each
record Measurement(ExperimentPlan plan, Outcome outcome, List<String> failures, List<String> notes) {

    /// @param more the tokens that a warm call of each layout reads more than by itself
    /// @param isStopped whether somebody stopped its calls
    /// @param session the name of the session that has the calls
    static Measurement of(ExperimentPlan plan, Outcome outcome, Tally tally, boolean isStopped, List<Long> more,
            String session) {
        var notes = new ArrayList<String>();
        notes.add(Texts.format("measure.done", outcome.rounds(), plan.layouts().size() + 1, plan.profile().name()));
        tally.missing(isStopped).ifPresent(notes::add);
        notes.addAll(tally.notes());
        notes.add(Texts.format("measure.kept", session));
        int rows = plan.values().rowsOrEmpty().size();
        if (rows <= plan.rounds()) {
            notes.add(Texts.format("measure.few-rows", rows, plan.rounds() + 1));
        }
        for (int i = 0; i < more.size(); i++) {
            if (more.get(i) != 0) {
                notes.add(Texts.format(more.get(i) > 0 ? "measure.reads-more" : "measure.reads-fewer",
                        plan.layouts().get(i).name(), Numbers.count(Math.abs(more.get(i)))));
            }
        }
        return new Measurement(plan, outcome, tally.failures(), List.copyOf(notes));
    }

    /// Each layout against the first, then each against the control.
    List<Finding> findings(Measure measure) {
        return Stream.concat(outcome.betweenLayouts(measure).stream(), outcome.againstControl(measure).stream())
                .toList();
    }

    /// Rounds in which both calls of a finding say it.
    int known(Finding finding) {
        return outcome.rounds() - finding.leftOut();
    }

    /// Whether these are the layouts that were measured, by the same names.
    boolean isOf(List<Layout> layouts) {
        List<Layout> measured = plan.layouts();
        return layouts.size() == measured.size() && layouts.stream().allMatch(each -> measured.stream()
                .anyMatch(other -> other.name().equals(each.name()) && other.prompt().equals(each.prompt())));
    }
}
