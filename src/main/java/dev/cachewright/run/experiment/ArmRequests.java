package dev.cachewright.run.experiment;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.experiment.Layout;
import dev.cachewright.prompt.Edition;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.run.CallRequests;
import dev.cachewright.run.ControlArm;
import dev.cachewright.session.PromptMark;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The requests of an experiment, each beginning with the mark of its arm. All arms of a round have the same row.
final class ArmRequests implements CallRequests {

    private final ExperimentPlan plan;
    private final Destination destination;
    private final Turns turns;
    private final Mark mark;
    private final List<Row> rows;
    /// Of each layout, without the marks.
    private final List<Integer> prefixes;
    private final List<PromptMark> prompts;
    private final Map<List<Integer>, CountedRequest> counted = new HashMap<>();

    ArmRequests(Analyst analyst, ExperimentPlan plan, Instant began) {
        this.plan = plan;
        this.destination = plan.layouts().getFirst().destination();
        this.turns = plan.turns();
        this.mark = new Mark(began);
        this.rows = plan.values().rowsOrEmpty();
        this.prefixes = plan.layouts().stream().map(layout -> analyst.countRows(layout.prompt(), plan.values(),
                destination).prefix().tokens()).toList();
        this.prompts = plan.layouts().stream().map(ArmRequests::mark).toList();
    }

    private static PromptMark mark(Layout layout) {
        return new PromptMark(layout.name(), Edition.of(layout.prompt()));
    }

    int row(int index) {
        return turns.round(index) % rows.size();
    }

    /// The mark of a control call is that of its index: sent again, it is the same request.
    @Override
    public CountedRequest request(int index, Instant at) {
        int layout = turns.layout(index);
        return isControl(index)
                ? count(layout, row(index), plan.layouts().size() + index)
                : counted.computeIfAbsent(List.of(layout, row(index)), _ -> count(layout, row(index), layout));
    }

    private CountedRequest count(int layout, int row, int number) {
        return destination.count(destination.requests().of(ControlArm.of(Renderer.render(
                plan.layouts().get(layout).prompt(), rows.get(row)), mark.of(number))));
    }

    @Override
    public boolean isControl(int index) {
        return turns.isControl(index);
    }

    @Override
    public boolean followEachOther() {
        return false;
    }

    @Override
    public int prefix(int index) {
        return isControl(index) ? 0 : prefixes.get(turns.layout(index));
    }

    @Override
    public PromptMark mark(int index) {
        return prompts.get(turns.layout(index));
    }
}
