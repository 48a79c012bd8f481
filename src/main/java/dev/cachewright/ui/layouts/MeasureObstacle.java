package dev.cachewright.ui.layouts;

import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.experiment.Layout;
import dev.cachewright.experiment.Layouts;
import dev.cachewright.provider.Profile;
import dev.cachewright.ui.workspace.RunProblem;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Why layouts cannot be called in one measurement.
final class MeasureObstacle {

    private MeasureObstacle() {
    }

    /// @param isLimited whether the cost has a limit, which needs a price
    /// @return what is in the way and what to do, in sentences
    static Optional<String> of(Layouts layouts, Profile profile, boolean isLimited, Instant now) {
        List<Layout> all = layouts.forecasts().stream().map(each -> each.layout()).toList();
        List<String> models = all.stream().map(each -> each.prompt().settings().model()).distinct().toList();
        if (models.size() > 1) {
            return Optional.of(Texts.format("measure.several-models", FewWords.list(models)));
        }
        return all.stream().flatMap(each -> RunProblem.of(each.prompt(), profile, each.destination()).stream()
                .map(problem -> Texts.format("measure.cannot-be-sent", each.name(), problem.words()))).findFirst()
                .or(() -> isLimited && !hasPrice(all.getFirst(), now)
                        ? Optional.of(Texts.format("measure.no-price", models.getFirst()))
                        : Optional.empty());
    }

    private static boolean hasPrice(Layout layout, Instant now) {
        return layout.destination().model().flatMap(model -> model.ratesAt(now, 0,
                SentSettings.tier(layout.prompt().settings()))).isPresent();
    }
}
