package dev.cachewright.run.experiment;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Forecaster;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.experiment.Layout;
import dev.cachewright.prompt.Edition;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.run.CallRequests;
import dev.cachewright.run.ControlArm;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Purpose;
import java.time.Instant;
import java.util.ArrayList;
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
    /// Of each layout, the marks among them.
    private final List<Integer> prefixes;
    private final List<Long> promisedMore;
    private final List<PromptMark> prompts;
    private final Map<List<Integer>, CountedRequest> counted = new HashMap<>();

    ArmRequests(Analyst analyst, ExperimentPlan plan, Instant began) {
        this.plan = plan;
        this.destination = plan.layouts().getFirst().destination();
        this.turns = plan.turns();
        this.mark = new Mark(began);
        this.rows = plan.values().rowsOrEmpty();
        this.prompts = plan.layouts().stream().map(ArmRequests::mark).toList();
        var withMark = new ArrayList<Integer>();
        var more = new ArrayList<Long>();
        for (int layout = 0; layout < plan.layouts().size(); layout++) {
            CountedRows plain = analyst.countRows(plan.layouts().get(layout).prompt(), plan.values(), destination);
            CountedRequest marked = count(layout, 0, layout);
            CountedRequest first = plain.rows().getFirst();
            int prefix = plain.prefix().tokens();
            withMark.add(prefix + marked.tokens().total() - first.tokens().total());
            long gain = promised(marked, withMark.getLast(), began) - promised(first, prefix, began);
            int own = destination.inputOf(marked).tokens() - destination.inputOf(first).tokens();
            // Where there are no steps, what is read grows by the mark alone, give or take what is rounded.
            more.add(gain >= 0 && gain <= own + 1 ? 0 : gain);
        }
        this.prefixes = List.copyOf(withMark);
        this.promisedMore = List.copyOf(more);
    }

    private static PromptMark mark(Layout layout) {
        return new PromptMark(layout.name(), Edition.of(layout.prompt()));
    }

    private long promised(CountedRequest request, int prefix, Instant at) {
        return destination.terms(request.request().settings())
                .map(terms -> new Forecaster(terms, prefix).next(CacheState.empty(), request, at).forecast().promised())
                .orElse(0L);
    }

    /// The tokens that a warm call of each layout is promised more than without its mark, where the mark moves it over a
    /// step of the cache; else 0.
    List<Long> promisedMore() {
        return promisedMore;
    }

    int row(int index) {
        return turns.round(index) % rows.size();
    }

    /// The mark of a control call is that of its index: sent again, it is the same request.
    @Override
    public CountedRequest request(int index, Instant at) {
        int layout = turns.layout(index);
        return turns.isControl(index)
                ? count(layout, row(index), plan.layouts().size() + index)
                : counted.computeIfAbsent(List.of(layout, row(index)), _ -> count(layout, row(index), layout));
    }

    private CountedRequest count(int layout, int row, int number) {
        return destination.count(destination.requests().of(ControlArm.of(Renderer.render(
                plan.layouts().get(layout).prompt(), rows.get(row)), mark.of(number))));
    }

    @Override
    public Purpose purpose(int index) {
        return turns.isControl(index) ? Purpose.CONTROL : Purpose.PLAIN;
    }

    @Override
    public boolean followEachOther() {
        return false;
    }

    @Override
    public int prefix(int index) {
        return turns.isControl(index) ? 0 : prefixes.get(turns.layout(index));
    }

    @Override
    public PromptMark mark(int index) {
        return prompts.get(turns.layout(index));
    }
}
