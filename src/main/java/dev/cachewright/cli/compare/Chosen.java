package dev.cachewright.cli.compare;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.print.Console;
import dev.cachewright.experiment.Layouts;
import dev.cachewright.experiment.Measure;
import dev.cachewright.store.FileProblem;
import java.util.List;
import java.util.Optional;

/// Which layout is put into a file, where that was asked for.
final class Chosen {

    private final Layouts forecasts;
    private final Optional<MeasuredReport> measured;
    private final Optional<Choice> choice;
    private final Optional<Candidate> winner;
    private boolean isPut;

    /// @param choice empty where nothing is to be chosen
    Chosen(List<Candidate> candidates, Layouts forecasts, Optional<MeasuredReport> measured, Optional<Choice> choice) {
        this.forecasts = forecasts;
        this.measured = measured;
        this.choice = choice;
        Optional<String> name = choice.flatMap(_ -> name());
        this.winner = name.flatMap(best -> candidates.stream().filter(each -> each.layout().name().equals(best))
                .findFirst());
    }

    /// The name of the layout that costs least, where that is known.
    private Optional<String> name() {
        return measured.isPresent()
                ? measured.filter(MeasuredReport::isWhole).flatMap(report -> report.outcome().best(Measure.COST))
                : forecasts.cheapest().map(best -> best.layout().name());
    }

    /// Writes the file, or says why it does not.
    ///
    /// @return the exit status
    int put(Console console) {
        if (choice.isEmpty()) {
            return ExitStatus.DONE;
        }
        if (winner.isEmpty()) {
            console.say("nothing was chosen, and " + choice.get().target() + " is as it was: " + why());
            return ExitStatus.NO;
        }
        try {
            choice.get().write(winner.get());
            isPut = true;
            return ExitStatus.DONE;
        } catch (FileProblem e) {
            // What was measured is printed all the same.
            console.say(e.oneLine());
            return ExitStatus.UNUSABLE;
        }
    }

    private String why() {
        if (measured.isEmpty()) {
            return "the forecasts name no layout that costs least";
        }
        return measured.get().isWhole()
                ? "no layout was found to cost less than each of the others; more rounds may tell"
                : "not all calls were made and answered";
    }

    /// What was done; empty where nothing was.
    Optional<String> words() {
        return winner.filter(_ -> isPut).map(best -> best.layout().name() + " costs least by "
                + (measured.isPresent() ? "its calls" : "its forecast")
                + (choice.orElseThrow().isThere(best) && best.file().equals(choice.orElseThrow().target())
                        ? ", and stays as it is"
                        : ": it is in " + choice.orElseThrow().target() + " now"));
    }

    /// Null where nothing was chosen.
    ObjectNode json() {
        return winner.filter(_ -> isPut).map(best -> JsonNodeFactory.instance.objectNode()
                .put("layout", best.layout().name()).put("file", choice.orElseThrow().target().toString())
                .put("by", measured.isPresent() ? "measured" : "forecast")).orElse(null);
    }
}
