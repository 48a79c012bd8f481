package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.run.RunPlan;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Purpose;
import dev.cachewright.session.Session;
import dev.cachewright.session.Statistics;
import dev.cachewright.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/// The results of `run` so far; calls are added as they end.
///
/// The costs of the summary are those of the input, which is what caching changes; the cost of a call includes its
/// output.
public final class RunReport {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RunPlan plan;
    private final List<Call> calls = new ArrayList<>();
    private boolean isExact = true;

    public RunReport(RunPlan plan) {
        this.plan = plan;
    }

    /// Takes in a call that has ended.
    ///
    /// @param input what was counted for it before it was sent
    public void add(Call call, TokenRange input) {
        calls.add(call);
        isExact &= input.isExact();
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /// How many calls have ended by themselves, pings and those for control among them.
    public int made() {
        return (int) calls.stream().filter(call -> !(call.measurement().result() instanceof CallResult.Cancelled))
                .count();
    }

    /// How many calls were to be made.
    public int planned() {
        return plan.order().size();
    }

    /// What holds for all calls.
    public ObjectNode head() {
        return JSON.objectNode().put("model", plan.prompt().settings().model())
                .put("rules", plan.destination().rules().map(CacheRules::name).orElse(null));
    }

    public ObjectNode json(Call call, TokenRange input) {
        return new CallLine(call, input, isForecast()).json();
    }

    /// What the calls come to, those that are missing after an interruption not among them; the sums are over those
    /// that were answered.
    public ObjectNode summary() {
        ObjectNode summary = JSON.objectNode().put("calls", calls.size()).put("planned", planned());
        summary.put("input", answered().mapToLong(Call::input).sum());
        summary.set("forecastCached", isForecast()
                ? JSON.numberNode(answered().mapToLong(call -> call.forecast().split().cached()).sum())
                : null);
        summary.set("actualCached", CallFigures.number(actualCached()));
        Statistics statistics = statistics();
        summary.set("hitRate", statistics.hitRate().isEmpty() ? null : JSON.numberNode(statistics.hitRate()
                .getAsDouble()));
        summary.set("cost", CallFigures.money(sum(Call.Bill::cost)));
        summary.set("costUncached", CallFigures.money(sum(Call.Bill::uncached)));
        if (!plan.order().controls().isEmpty()) {
            putControl(summary.putObject("control"), statistics);
        }
        if (!plan.order().pings().isEmpty()) {
            summary.putObject("pings").put("calls", pings().size()).set("cost", CallFigures.money(sum(pings(),
                    Call.Bill::cost)));
        }
        return summary;
    }

    /// The first token with and without a cache, in one run: where both are alike, it is not the cache that is fast.
    private void putControl(ObjectNode json, Statistics statistics) {
        List<Call> controls = calls.stream().filter(call -> call.target().isControl()).toList();
        json.put("calls", controls.size());
        json.set("ttftMs", CallLine.millis(statistics.control().median()));
        json.set("ttftMsCached", CallLine.millis(statistics.warm().median()));
        json.set("cost", CallFigures.money(sum(controls, Call.Bill::cost)));
    }

    /// The columns of a call, for people.
    public static Table.Columns columns() {
        return CallLine.columns();
    }

    /// @param input what was counted for it before it was sent
    public List<String> cells(Call call, TokenRange input) {
        return new CallLine(call, input, isForecast()).cells();
    }

    /// The last line for people.
    public String lastLine() {
        Statistics statistics = statistics();
        String rate = statistics.hitRate().isEmpty()
                ? "hit rate not reported"
                : "hit rate " + Numbers.percent(statistics.hitRate().getAsDouble());
        long unanswered = calls.stream().filter(call -> !isAnswered(call)).count();
        return rate + ", " + Numbers.count(statistics.asForecast()) + " of " + Numbers.count(statistics.answered())
                + " as forecast"
                + (unanswered == 0 ? "" : ", " + Numbers.count(unanswered) + " without an answer")
                + CallFigures.inputCosts(sum(Call.Bill::cost), sum(Call.Bill::uncached), true)
                + (isExact ? "" : "; forecasts are estimates") + control(statistics) + kept();
    }

    /// What it took to keep the cache warm.
    private String kept() {
        if (pings().isEmpty()) {
            return "";
        }
        return "; " + Numbers.count(pings().size()) + (pings().size() == 1 ? " ping" : " pings") + " kept it warm"
                + sum(pings(), Call.Bill::cost).map(cost -> " for " + Numbers.money(cost.dollars())).orElse("");
    }

    private List<Call> pings() {
        return calls.stream().filter(call -> call.target().purpose() == Purpose.PING).toList();
    }

    private static String control(Statistics statistics) {
        return statistics.control().median()
                .map(cold -> "; first token without the cache, by the control calls: " + CallLine.words(cold)
                        + statistics.warm().median().map(warm -> ", with it: " + CallLine.words(warm)).orElse(""))
                .orElse("");
    }

    private static boolean isAnswered(Call call) {
        return call.measurement().result() instanceof CallResult.Answered;
    }

    public boolean isExact() {
        return isExact;
    }

    private boolean isForecast() {
        return plan.destination().rules().isPresent();
    }

    private Statistics statistics() {
        return new Session("", calls).statistics();
    }

    private Stream<Call> answered() {
        return calls.stream().filter(call -> isAnswered(call) && call.target().isPlain());
    }

    private OptionalLong actualCached() {
        return answered().map(call -> call.measurement().usage().cached()).filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong).reduce(Long::sum);
    }

    /// The input part of the bills; empty where no call was answered, or one that was has no price.
    private Optional<Money> sum(Function<Call.Bill, Optional<Money>> part) {
        return sum(answered().toList(), part);
    }

    private Optional<Money> sum(List<Call> all, Function<Call.Bill, Optional<Money>> part) {
        List<Call> answered = all.stream().filter(RunReport::isAnswered).toList();
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        return answered.stream()
                .map(call -> part.apply(call.bill()).map(amount -> amount.minus(outputCost(call))))
                .reduce(Optional.of(Money.ZERO), (sum, amount) -> sum.flatMap(before -> amount.map(before::plus)));
    }

    private Money outputCost(Call call) {
        Optional<Model> model = plan.destination().model();
        return model.flatMap(found -> found.ratesAt(call.measurement().timing().at(), call.input(),
                SentSettings.tier(plan.prompt().settings())))
                .map(rates -> rates.output().of(call.measurement().usage().output().orElse(0))).orElse(Money.ZERO);
    }
}
