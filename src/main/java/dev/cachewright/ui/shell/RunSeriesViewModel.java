package dev.cachewright.ui.shell;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.Profile;
import dev.cachewright.run.CallOrder;
import dev.cachewright.run.OutputLimit;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import dev.cachewright.words.WhatIfWords;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// How a series runs, and what it is likely to take: calls, tokens, cost and time.
public final class RunSeriesViewModel implements AutoCloseable {

    private final Workspace workspace;
    private final Subscriptions subscriptions = new Subscriptions();
    private final SeriesChoices choices = new SeriesChoices();
    private final ReadOnlyStringWrapper calls = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper tokens = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper duration = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper charge = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper go = new ReadOnlyStringWrapper("");

    public RunSeriesViewModel(Workspace workspace) {
        this.workspace = workspace;
        choices.outputLimit.set(workspace.preferences().get().outputLimit());
        choices.all().forEach(choice -> subscriptions.add(choice.subscribe(this::estimate)));
        subscriptions.add(workspace.prompt().valuesProperty().subscribe(now -> estimate()));
        subscriptions.add(workspace.preferences().preferencesProperty().subscribe(now -> estimate()));
        subscriptions.add(workspace.analysis().analysisProperty().subscribe(now -> estimate()));
    }

    private void estimate() {
        Profile profile = workspace.preferences().profileInUse();
        String model = workspace.prompt().getPrompt().settings().model();
        Optional<Duration> kept = kept();
        CallOrder order = order(kept);
        var plan = new SeriesEstimate.Plan(rowCount(), choices.times.get(), order.controls().size(),
                order.pings().size(), choices.pace(kept),
                profile.name(), model);
        SeriesEstimate estimate = SeriesEstimate.of(plan, workspace.analysis().getAnalysis(),
                workspace.session().getSession().calls(), workspace.now());
        calls.set(Texts.format("run-series.calls-to", estimate.calls(), profile.name()) + pings(order, kept));
        tokens.set(estimate.input().isEmpty()
                ? FigureText.NONE
                : TokenWords.about(estimate.isExact(), Numbers.count(estimate.input())));
        showCost(estimate, model);
        String time = Numbers.time(estimate.duration());
        duration.set(estimate.isTimed()
                ? Texts.format("run-series.duration-timed", time)
                : Texts.format("run-series.duration-assumed", time, SeriesEstimate.ASSUMED.toSeconds()));
        charge.set(switch (profile.kind()) {
            case SIMULATOR -> "";
            case OPENAI, AZURE, ANTHROPIC -> Texts.format("run-series.charged", profile.name());
            case COMPATIBLE -> Texts.format("run-series.may-be-charged", profile.name());
        });
    }

    private void showCost(SeriesEstimate estimate, String model) {
        Profile.Kind kind = workspace.preferences().profileInUse().kind();
        String money = estimate.cost().map(known -> TokenWords.about(Numbers.money(known.dollars()))).orElse("");
        String words = money.isEmpty()
                ? Texts.format("run-series.no-price", model)
                : Texts.format(estimate.answerCost().isPresent() ? "run-series.cost-all" : "run-series.cost-input",
                        money);
        cost.set(kind != Profile.Kind.SIMULATOR ? words
                : money.isEmpty() ? Texts.get("run-series.free")
                        : Texts.format("run-series.simulated", model, words));
        go.set(!kind.needsKey() || money.isEmpty()
                ? Texts.format("run-series.go", estimate.calls())
                : Texts.format("run-series.go-paid", estimate.calls(),
                        Numbers.money(estimate.cost().orElseThrow().dollars())));
    }

    private int rowCount() {
        return workspace.prompt().getValues().rowsOrEmpty().size();
    }

    private CallOrder order(Optional<Duration> kept) {
        return choices.order(rowCount(), kept);
    }

    /// How long what the shown row stores is kept after its last use; empty where nothing is, or that is not known.
    private Optional<Duration> kept() {
        return workspace.analysis().getAnalysis().flatMap(known -> known.outlook()
                .filter(outlook -> outlook.rules().set() != RuleSet.Named.NONE)
                .map(outlook -> outlook.rules().lifetimeOf(known.counted().content()).expected()))
                .filter(Duration::isPositive);
    }

    /// How many pings there are, where they are chosen.
    private String pings(CallOrder order, Optional<Duration> kept) {
        if (!choices.keptAlive.get() || !choices.canKeepAlive()) {
            return "";
        }
        int pings = order.pings().size();
        return kept.map(lifetime -> Texts.format(pings > 0 ? "run-series.pings" : "run-series.no-pings", pings,
                WhatIfWords.keptFor(lifetime))).orElseGet(() -> Texts.get("run-series.not-kept"));
    }

    void run() {
        workspace.preferences().change(now -> now.withOutputLimit(choices.outputLimit.get()));
        Optional<Duration> kept = kept();
        workspace.runs().run(order(kept), choices.pace(kept));
    }

    SeriesChoices choices() {
        return choices;
    }

    /// Whether the prompt sets the longest answer itself.
    boolean hasOutputLimit() {
        return OutputLimit.isSet(workspace.prompt().getPrompt().settings());
    }

    /// How many calls, and where they go.
    public ReadOnlyStringProperty callsProperty() {
        return calls.getReadOnlyProperty();
    }

    public String getCalls() {
        return calls.get();
    }

    /// Input tokens of all calls.
    public ReadOnlyStringProperty tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    public String getTokens() {
        return tokens.get();
    }

    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    public String getCost() {
        return cost.get();
    }

    public ReadOnlyStringProperty durationProperty() {
        return duration.getReadOnlyProperty();
    }

    public String getDuration() {
        return duration.get();
    }

    /// Whom the calls cost real money; empty where they cost none.
    public ReadOnlyStringProperty chargeProperty() {
        return charge.getReadOnlyProperty();
    }

    public String getCharge() {
        return charge.get();
    }

    /// What the button says.
    ReadOnlyStringProperty goProperty() {
        return go.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
