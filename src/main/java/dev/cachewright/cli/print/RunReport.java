package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.run.RunPlan;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Session;
import dev.cachewright.session.Statistics;
import dev.cachewright.session.Timing;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import dev.cachewright.words.VerdictWords;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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

    /// What holds for all calls.
    public ObjectNode head() {
        return JSON.objectNode().put("model", plan.prompt().settings().model())
                .put("rules", plan.destination().rules().map(CacheRules::name).orElse(null));
    }

    public ObjectNode json(Call call, TokenRange input) {
        ObjectNode json = JSON.objectNode().put("index", call.number() - 1)
                .put("at", call.measurement().timing().at().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("input", call.input());
        json.set("forecast", isForecast() ? forecast(call, input) : null);
        switch (call.measurement().result()) {
            case CallResult.Failed failed -> {
                json.putObject("error").put("status", failed.failure().status())
                        .put("message", FailureWords.message(failed.failure()))
                        .put("advice", FailureWords.advice(failed.failure()));
                if (call.measurement().usage().input().isPresent()) {
                    json.set("actual", actual(call));
                }
            }
            default -> json.set("actual", actual(call));
        }
        json.put("verdict", call.verdict().words());
        if (call.target().isControl()) {
            json.put("control", true);
        }
        putTries(json, call);
        if (call.measurement().result() instanceof CallResult.Answered answered
                && !answered.diagnosis().isEmpty()) {
            json.set("diagnosis", RawJson.tree(answered.diagnosis()));
        }
        return json;
    }

    /// Why it was sent again, try by try; nothing where it was sent once.
    private static void putTries(ObjectNode json, Call call) {
        for (Failure failure : call.measurement().refused()) {
            json.withArray("/refused").addObject().put("status", failure.status()).put("message",
                    FailureWords.message(failure));
        }
    }

    /// What the calls come to, those that are missing after an interruption not among them; the sums are over those
    /// that were answered.
    public ObjectNode summary() {
        ObjectNode summary = JSON.objectNode().put("calls", calls.size());
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
        return summary;
    }

    /// The first token with and without a cache, in one run: where both are alike, it is not the cache that is fast.
    private void putControl(ObjectNode json, Statistics statistics) {
        List<Call> controls = calls.stream().filter(call -> call.target().isControl()).toList();
        json.put("calls", controls.size());
        json.set("ttftMs", millis(statistics.control().median()));
        json.set("ttftMsCached", millis(statistics.warm().median()));
        json.set("cost", CallFigures.money(sum(controls, Call.Bill::cost)));
    }

    /// The columns of a call, for people.
    public static Table.Columns columns() {
        return new Table.Columns(">>>>>>>><", List.of("call", "input", "forecast", "cached", "written", "first token",
                "total", "cost with output", "verdict"), List.of(4, 9, 9, 9, 9, 11, 10, 10, 0));
    }

    /// @param input what was counted for it before it was sent
    public List<String> cells(Call call, TokenRange input) {
        Timing timing = call.measurement().timing();
        return List.of(String.valueOf(call.number()), VerdictWords.input(call),
                isForecast()
                        ? TokenWords.brief(input.isExact(), call.forecast().split().cached())
                        : CallFigures.UNKNOWN,
                CallFigures.words(call.measurement().usage().cached()),
                CallFigures.words(call.measurement().usage().written()),
                timing.firstToken().map(RunReport::words).orElse(CallFigures.UNKNOWN),
                words(timing.total()), call.bill().cost().map(CallFigures::words).orElse(CallFigures.UNKNOWN),
                (call.target().isControl() ? Texts.format("session.control", CallFigures.VERDICTS.of(call))
                        : CallFigures.VERDICTS.of(call)));
    }

    /// The last line for people.
    public String lastLine() {
        Statistics statistics = statistics();
        String rate = statistics.hitRate().isEmpty()
                ? "hit rate not reported"
                : "hit rate " + Numbers.percent(statistics.hitRate().getAsDouble());
        long unanswered = calls.stream().filter(call -> !isAnswered(call)).count();
        return rate + ", " + statistics.asForecast() + " of " + statistics.answered() + " as forecast"
                + (unanswered == 0 ? "" : ", " + unanswered + " without an answer")
                + CallFigures.inputCosts(sum(Call.Bill::cost), sum(Call.Bill::uncached), true)
                + (isExact ? "" : "; forecasts are estimates") + control(statistics);
    }

    private static String control(Statistics statistics) {
        return statistics.control().median()
                .map(cold -> "; first token without the cache, by the control calls: " + words(cold)
                        + statistics.warm().median().map(warm -> ", with it: " + words(warm)).orElse(""))
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

    private static ObjectNode forecast(Call call, TokenRange input) {
        ObjectNode json = CallFigures.forecast(call.forecast());
        EstimateJson.put(json, input);
        return json;
    }

    private static ObjectNode actual(Call call) {
        Timing timing = call.measurement().timing();
        ObjectNode json = CallFigures.reported(call.measurement().usage(), call.bill());
        json.set("ttftMs", millis(timing.firstToken()));
        json.put("totalMs", timing.total().toMillis());
        json.set("sentMs", millis(timing.sent()));
        json.set("firstByteMs", millis(timing.firstByte()));
        json.set("lastTokenMs", millis(timing.lastToken()));
        return json;
    }

    private static JsonNode millis(Optional<Duration> time) {
        return time.<JsonNode>map(each -> JSON.numberNode(each.toMillis())).orElse(JSON.nullNode());
    }

    private Statistics statistics() {
        return new Session("", calls).statistics();
    }

    private Stream<Call> answered() {
        return calls.stream().filter(call -> isAnswered(call) && !call.target().isControl());
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

    private static String words(Duration duration) {
        return Numbers.count(duration.toMillis()) + " ms";
    }
}
