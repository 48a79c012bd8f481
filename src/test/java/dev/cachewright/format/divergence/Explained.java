package dev.cachewright.format.divergence;

import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Simulators;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Explanations of bodies to the models that they name.
final class Explained {

    static final Instant AT = Instant.parse("2026-11-23T09:41:00Z");

    private Explained() {
    }

    static Explanation between(String earlier, String later, Normalising... ignored) {
        return Explainer.explain(side(earlier), side(later), Set.of(ignored), AT);
    }

    static Explainer.Side side(String body) {
        return new Explainer.Side(body, List.of(),
                Simulators.ANALYST.destination(RawJson.tree(body).path("model").asText("")));
    }
}
