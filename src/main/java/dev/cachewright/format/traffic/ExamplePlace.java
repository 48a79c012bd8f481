package dev.cachewright.format.traffic;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Divergence.BodyPlace;
import dev.cachewright.format.divergence.Explainer;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.traffic.Example;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where the two requests of an example part, to the character where they are still there.
public final class ExamplePlace {

    private final Analyst analyst;
    private final Instant now;

    /// @param now for the prices that hold
    public ExamplePlace(Analyst analyst, Instant now) {
        this.analyst = analyst;
        this.now = now;
    }

    /// The place in the body of the call that missed.
    public BodyPlace of(Example example) {
        return example.bodies().flatMap(bodies -> place(bodies, example.model()))
                .filter(found -> !found.path().isEmpty())
                .orElse(new BodyPlace(example.path(), 0));
    }

    private Optional<BodyPlace> place(Example.Bodies bodies, String model) {
        var destination = analyst.destination(model);
        try {
            return Optional.of(Explainer.explain(new Explainer.Side(bodies.earlier(), List.of(), destination),
                    new Explainer.Side(bodies.call(), List.of(), destination), Set.of(), now).divergence().body());
        } catch (InputException _) {
            return Optional.empty();
        }
    }
}
