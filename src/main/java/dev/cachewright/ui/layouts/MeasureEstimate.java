package dev.cachewright.ui.layouts;

import dev.cachewright.catalog.Money;
import dev.cachewright.provider.Profile;
import dev.cachewright.run.experiment.ExperimentPlan;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.Optional;

/// What a measurement is likely to take, in the words that a series uses.
///
/// @param cost of the input, by the forecast; empty where no price is known
record MeasureEstimate(ExperimentPlan plan, Optional<Money> cost) {

    private Profile profile() {
        return plan.profile();
    }

    private Optional<String> money() {
        return cost.map(known -> Numbers.money(known.dollars()));
    }

    /// How many calls, and where they go.
    String calls() {
        return Texts.format("run-series.calls-to", plan.calls(), profile().name());
    }

    String costWords() {
        String model = plan.layouts().getFirst().destination().modelId();
        String words = money().map(known -> Texts.format("run-series.cost-input", TokenWords.about(known)))
                .orElseGet(() -> Texts.format("run-series.no-price", model));
        boolean isSimulated = profile().kind() == Profile.Kind.SIMULATOR;
        return !isSimulated ? words
                : cost.isEmpty() ? Texts.get("run-series.free")
                        : Texts.format("run-series.simulated", model, words);
    }

    /// Whom the calls cost real money; empty where they cost none.
    String charge() {
        return switch (profile().kind()) {
            case SIMULATOR -> "";
            case OPENAI, AZURE, ANTHROPIC -> Texts.format("run-series.charged", profile().name());
            case COMPATIBLE -> Texts.format("run-series.may-be-charged", profile().name());
        };
    }

    /// What the button says.
    String go() {
        return profile().kind().needsKey() && cost.isPresent()
                ? Texts.format("measure.go-paid", plan.calls(), money().orElseThrow())
                : Texts.format("measure.go", plan.calls());
    }
}
