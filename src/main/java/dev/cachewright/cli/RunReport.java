package dev.cachewright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Money;
import dev.cachewright.run.RunPlan;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.Session;
import dev.cachewright.session.Statistics;
import dev.cachewright.session.Timing;
import dev.cachewright.session.Usage;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// What `run` found out.
///
/// The costs of the summary are those of the input, which is what caching changes; the cost of a call includes its
/// output.
final class RunReport {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String UNKNOWN = "-";

    private final RunPlan plan;
    private final Optional<Model> model;
    private final List<Call> calls;
    private final List<TokenRange> inputs;

    /// @param inputs what was counted for each call before it was sent
    RunReport(RunPlan plan, Optional<Model> model, List<Call> calls, List<TokenRange> inputs) {
        this.plan = plan;
        this.model = model;
        this.calls = List.copyOf(calls);
        this.inputs = List.copyOf(inputs);
    }

    ObjectNode json() {
        ObjectNode root = JSON.objectNode().put("model", plan.prompt().settings().model());
        root.put("rules", plan.rules().map(CacheRules::name).or(() -> model.map(found -> found.cache().rules()))
                .orElse(null));
        root.put("exact", isExact());
        ArrayNode list = root.putArray("calls");
        for (int i = 0; i < calls.size(); i++) {
            list.add(json(calls.get(i), inputs.get(i)));
        }
        ObjectNode summary = root.putObject("summary").put("calls", calls.size());
        summary.put("input", calls.stream().mapToLong(Call::input).sum());
        summary.set("forecastCached", plan.rules().isEmpty()
                ? null
                : JSON.numberNode(calls.stream().mapToLong(call -> call.forecast().split().cached()).sum()));
        summary.set("actualCached", number(actualCached()));
        Statistics statistics = statistics();
        summary.set("hitRate", statistics.hitRate().isEmpty() ? null : JSON.numberNode(statistics.hitRate()
                .getAsDouble()));
        summary.set("cost", money(sum(Call.Bill::cost)));
        summary.set("costUncached", money(sum(Call.Bill::uncached)));
        return root;
    }

    Table table() {
        var table = new Table(">>>>>>><", "call", "input", "forecast", "cached", "first token", "total", "cost",
                "verdict");
        for (Call call : calls) {
            Timing timing = call.measurement().timing();
            table.add(String.valueOf(call.number()), Table.number(call.input()),
                    plan.rules().isEmpty() ? UNKNOWN : Table.number(call.forecast().split().cached()),
                    words(call.measurement().usage().cached()), timing.firstToken().map(RunReport::words).orElse(
                            UNKNOWN),
                    words(timing.total()), call.bill().cost().map(RunReport::words).orElse(UNKNOWN),
                    call.verdict().words());
        }
        return table;
    }

    String summary() {
        Statistics statistics = statistics();
        String rate = statistics.hitRate().isEmpty()
                ? "hit rate not reported"
                : String.format(Locale.ROOT, "hit rate %.1f %%", statistics.hitRate().getAsDouble() * 100);
        return rate + ", " + statistics.asForecast() + " of " + calls.size() + " as forecast"
                + sum(Call.Bill::cost).flatMap(cost -> sum(Call.Bill::uncached).map(uncached -> ", input cost "
                        + words(cost) + " in place of " + words(uncached))).orElse("")
                + (isExact() ? "" : "; forecasts are estimates");
    }

    private ObjectNode json(Call call, TokenRange input) {
        ObjectNode json = JSON.objectNode().put("index", call.number() - 1)
                .put("at", call.measurement().timing().at().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("input", call.input());
        json.set("forecast", plan.rules().isEmpty() ? null : forecast(call, input));
        switch (call.measurement().result()) {
            case CallResult.Failed failed -> json.putObject("error").put("status", failed.status()).put("message",
                    failed.message()).put("advice", failed.advice());
            default -> json.set("actual", actual(call));
        }
        return json.put("verdict", call.verdict().words());
    }

    private static ObjectNode forecast(Call call, TokenRange input) {
        var split = call.forecast().split();
        ObjectNode json = JSON.objectNode().put("cached", split.cached()).put("written", split.written())
                .put("uncached", split.uncached());
        EstimateWords.put(json, input);
        return json.set("cost", money(call.forecast().cost()));
    }

    private static ObjectNode actual(Call call) {
        Usage usage = call.measurement().usage();
        Timing timing = call.measurement().timing();
        ObjectNode json = JSON.objectNode();
        json.set("input", number(usage.input()));
        json.set("cached", number(usage.cached()));
        json.set("written", number(usage.written()));
        json.set("output", number(usage.output()));
        json.set("cost", money(call.bill().cost()));
        json.set("ttftMs", timing.firstToken().map(Duration::toMillis).map(JSON::numberNode).orElse(null));
        return json.put("totalMs", timing.total().toMillis());
    }

    private boolean isExact() {
        return inputs.stream().allMatch(TokenRange::isExact);
    }

    private Statistics statistics() {
        return new Session("", calls).statistics();
    }

    private OptionalLong actualCached() {
        return calls.stream().map(call -> call.measurement().usage().cached()).filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong).reduce(Long::sum);
    }

    /// The input part of the bills; empty where one of the answered calls has no price.
    private Optional<Money> sum(Function<Call.Bill, Optional<Money>> part) {
        return calls.stream().filter(call -> call.measurement().result() instanceof CallResult.Answered)
                .map(call -> part.apply(call.bill()).map(amount -> amount.minus(outputCost(call))))
                .reduce(Optional.of(Money.ZERO), (sum, amount) -> sum.flatMap(before -> amount.map(before::plus)));
    }

    private Money outputCost(Call call) {
        return model.map(found -> found.ratesAt(call.measurement().timing().at(), call.input()).output()
                .of(call.measurement().usage().output().orElse(0))).orElse(Money.ZERO);
    }

    private static JsonNode number(OptionalLong value) {
        return value.isPresent() ? JSON.numberNode(value.getAsLong()) : JSON.nullNode();
    }

    private static JsonNode money(Optional<Money> money) {
        return money.map(amount -> JSON.numberNode(amount.dollars())).orElse(JSON.nullNode());
    }

    private static String words(OptionalLong value) {
        return value.isPresent() ? Table.number(value.getAsLong()) : UNKNOWN;
    }

    private static String words(Duration duration) {
        return Table.number(duration.toMillis()) + " ms";
    }

    private static String words(Money money) {
        return "$" + String.format(Locale.ROOT, "%.6f", money.dollars());
    }
}
