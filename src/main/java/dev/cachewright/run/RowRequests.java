package dev.cachewright.run;

import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.CountedRows;
import dev.cachewright.analysis.Destination;
import dev.cachewright.prompt.Edition;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Purpose;
import java.time.Instant;

/// The requests of one prompt, a row each; those for control have another first token.
final class RowRequests implements CallRequests {

    private final RunPlan plan;
    private final CountedRows rows;
    private final PromptMark prompt;

    /// @param name what people call the prompt
    RowRequests(RunPlan plan, CountedRows rows, String name) {
        this.plan = plan;
        this.rows = rows;
        this.prompt = new PromptMark(name, Edition.of(plan.prompt()));
    }

    @Override
    public CountedRequest request(int index, Instant at) {
        return purpose(index) == Purpose.CONTROL ? control(index, at) : rows.rows().get(plan.order().rows().get(index));
    }

    /// The request of a row with another first token, which no other call has.
    private CountedRequest control(int index, Instant at) {
        Destination destination = plan.destination();
        String mark = Long.toString(at.toEpochMilli(), Character.MAX_RADIX) + "-" + index;
        return destination.count(destination.requests().of(ControlArm.of(Renderer.render(plan.prompt(),
                plan.values().row(plan.order().rows().get(index))), mark)));
    }

    @Override
    public Purpose purpose(int index) {
        if (plan.order().controls().contains(index)) {
            return Purpose.CONTROL;
        }
        return plan.order().pings().contains(index) ? Purpose.PING : Purpose.PLAIN;
    }

    @Override
    public int prefix(int index) {
        return rows.prefix().tokens();
    }

    @Override
    public PromptMark mark(int index) {
        return prompt;
    }
}
