package dev.cachewright.ui.layouts;

import dev.cachewright.analysis.Destination;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.ui.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where calls of each model go on the server that is in use: the same for as long as nothing else applies there, so
/// that what was counted stays so.
final class Destinations {

    private final Workspace workspace;
    private final Map<String, Destination> known = new HashMap<>();

    Destinations(Workspace workspace) {
        this.workspace = workspace;
    }

    Destination of(String model) {
        Optional<RuleSet> rules = workspace.preferences().profileInUse().rules();
        return known.compute(model, (_, before) -> before != null && before.isFor(model, rules) ? before
                : workspace.analysis().destinations().apply(model));
    }

    void forget() {
        known.clear();
    }
}
