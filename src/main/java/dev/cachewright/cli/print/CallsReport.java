package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Money;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.record.RecordedCalls.PassedOver;
import dev.cachewright.format.record.RecordedCalls.Unread;
import dev.cachewright.session.Call;
import dev.cachewright.session.Usage;
import dev.cachewright.session.Verdict;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import dev.cachewright.words.VerdictWords;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Calls by the rules, as `forecast` and `replay` print them.
public final class CallsReport implements Report {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double NEAR = 0.01;

    private final List<Line> calls;
    private final Optional<RuleSet> rules;
    private final boolean isAhead;
    private final List<PassedOver> passedOver;
    private final List<Unread> unread;

    /// @param isAhead whether the calls are still to be made, so that the forecast itself is the verdict
    public CallsReport(List<Line> calls, Optional<RuleSet> rules, boolean isAhead) {
        this(calls, rules, isAhead, List.of(), List.of());
    }

    /// @param passedOver lines that stood between the calls
    /// @param unread lines there that cannot be read
    public CallsReport(List<Line> calls, Optional<RuleSet> rules, boolean isAhead, List<PassedOver> passedOver,
            List<Unread> unread) {
        this.passedOver = List.copyOf(passedOver);
        this.unread = List.copyOf(unread);
        this.calls = List.copyOf(calls);
        this.rules = rules;
        this.isAhead = isAhead;
    }

    /// A call with its forecast and what was reported of it.
    ///
    /// @param line of the file that it was read from; empty where it is none
    /// @param input as counted
    /// @param forecast empty where the rules of its model are not known
    /// @param measured the forecast in the scale of what its server counted; the same where it did not
    /// @param uncached cost of the counted input where nothing is cached
    /// @param bill of what was reported
    public record Line(OptionalInt line, String model, Instant at, TokenRange input, Optional<CallForecast> forecast,
            Optional<CallForecast> measured, Optional<Money> uncached, Usage usage, Call.Bill bill) {

        /// The forecast that the reading is judged by: the one in the server's scale, unless the other one alone holds, as
        /// where a server counts text of its own at one place.
        private Optional<CallForecast> judged() {
            boolean isAsMade = usage.cached().orElse(0) > 0
                    && measured.filter(made -> Verdict.isMet(made, usage)).isEmpty()
                    && forecast.filter(made -> Verdict.isMet(made, usage)).isPresent();
            return isAsMade ? forecast : measured;
        }

        private Verdict verdict(boolean isAhead) {
            return judged().map(made -> isAhead ? Verdict.ahead(made) : Verdict.of(made, usage))
                    .orElse(usage.isCacheUnreadable() ? Verdict.NOT_READABLE : Verdict.NO_FORECAST);
        }

        private String verdictWords(boolean isAhead) {
            return judged().map(made -> CallFigures.VERDICTS.of(verdict(isAhead), made))
                    .orElseGet(() -> CallFigures.VERDICTS.of(verdict(isAhead)));
        }

        private boolean isInput(double tolerance) {
            long reported = usage.input().orElse(0);
            return usage.input().isPresent() && Math.abs(reported - input.tokens()) <= tolerance * reported;
        }

        /// Whether a server said both how many tokens it read and how many of them were cached.
        private boolean isReported() {
            return usage.cached().isPresent() && usage.input().isPresent();
        }

        private boolean isMet() {
            return judged().filter(made -> Verdict.isMet(made, usage)).isPresent();
        }

        private boolean isCached() {
            return usage.cached().isPresent()
                    && forecast.filter(made -> made.split().cached() == usage.cached().getAsLong()).isPresent();
        }
    }

    @Override
    public ObjectNode json() {
        List<String> models = calls.stream().map(Line::model).distinct().toList();
        ObjectNode root = JSON.objectNode().put("model", models.size() == 1 ? models.getFirst() : null);
        root.put("rules", rules.map(RuleSet::word).orElse(null));
        ArrayNode list = root.putArray("calls");
        for (int i = 0; i < calls.size(); i++) {
            list.add(json(i, calls.get(i)));
        }
        ObjectNode summary = root.putObject("summary").put("calls", calls.size());
        summary.put("input", calls.stream().mapToLong(call -> call.input().tokens()).sum());
        summary.set("forecastCached", CallFigures.number(forecastCached()));
        OptionalLong reported = reportedCached();
        summary.set("actualCached", CallFigures.number(reported));
        OptionalDouble rate = hitRate();
        summary.set("hitRate", rate.isPresent() ? JSON.numberNode(rate.getAsDouble()) : null);
        summary.set("cost", CallFigures.money(sum(true)));
        summary.set("costUncached", CallFigures.money(sum(false)));
        if (count(call -> call.usage().input().isPresent()) > 0) {
            summary.putObject("compared").put("calls", count(call -> call.usage().input().isPresent()))
                    .put("inputExact", count(call -> call.isInput(0)))
                    .put("inputWithin1pct", count(call -> call.isInput(NEAR)))
                    .put("cachedExact", count(Line::isCached))
                    .put("cachedReported", count(call -> call.usage().cached().isPresent()));
        }
        if (!passedOver.isEmpty()) {
            ArrayNode others = root.putArray("passedOver");
            passedOver.forEach(other -> others.addObject().put("endpoint", other.endpoint())
                    .put("lines", other.lines()).put("first", other.firstLine()));
        }
        if (!unread.isEmpty()) {
            ObjectNode left = root.putObject("unread").put("count", unread.stream().mapToInt(Unread::count).sum())
                    .put("first", unread.stream().mapToInt(Unread::firstLine).min().orElseThrow());
            ObjectNode reasons = left.putObject("reasons");
            unread.forEach(fault -> reasons.put(fault.why(), fault.count()));
        }
        return root;
    }

    private ObjectNode json(int index, Line call) {
        ObjectNode json = JSON.objectNode().put("index", index);
        call.line().ifPresent(line -> json.put("line", line));
        json
                .put("at", call.at().truncatedTo(ChronoUnit.MILLIS).toString()).put("model", call.model())
                .put("input", call.input().tokens()).put("exact", call.input().isExact());
        EstimateJson.put(json, call.input());
        json.set("forecast", call.forecast().<JsonNode>map(CallFigures::forecast).orElse(JSON.nullNode()));
        if (!call.measured().equals(call.forecast())) {
            json.set("inScale", call.measured().<JsonNode>map(CallFigures::split).orElse(JSON.nullNode()));
        }
        if (call.usage().input().isPresent() || !call.usage().unreadable().isEmpty()) {
            json.set("actual", CallFigures.reported(call.usage(), call.bill()).putNull("ttftMs").putNull("totalMs"));
        }
        return json.put("verdict", call.verdict(isAhead).words());
    }

    @Override
    public Table table() {
        return isAhead ? aheadTable() : comparedTable();
    }

    private Table aheadTable() {
        var table = new Table(">>>>>><", "call", "input", "cached", "written", "uncached", "input cost", "verdict");
        for (int i = 0; i < calls.size(); i++) {
            Line call = calls.get(i);
            String number = String.valueOf(i + 1);
            call.forecast().ifPresent(made -> table.add(number, input(call),
                    cached(call, made), figure(call, made.split().written()),
                    figure(call, made.split().uncached()),
                    made.cost().map(cost -> TokenWords.about(call.input().isExact(), CallFigures.words(cost)))
                            .orElse(CallFigures.UNKNOWN),
                    call.verdictWords(true)));
        }
        return table;
    }

    private Table comparedTable() {
        var table = new Table("><>>>><", "call", "model", "input", "input reported", "forecast", "cached", "verdict");
        for (int i = 0; i < calls.size(); i++) {
            Line call = calls.get(i);
            table.add(String.valueOf(i + 1), call.model(), input(call), CallFigures.words(call.usage().input()),
                    call.judged().map(made -> cached(call, made)).orElse(CallFigures.UNKNOWN),
                    CallFigures.words(call.usage().cached()), call.verdictWords(false));
        }
        return table;
    }

    private static String input(Line call) {
        return TokenWords.brief(call.input());
    }

    /// Estimated also where the model reports other steps than its rules.
    private static String cached(Line call, CallForecast made) {
        return TokenWords.brief(call.input().isExact() && made.certainty().band().isExact(), made.split().cached());
    }

    private static String figure(Line call, long tokens) {
        return TokenWords.brief(call.input().isExact(), tokens);
    }

    @Override
    public String summary() {
        long compared = count(call -> call.usage().input().isPresent());
        boolean isExact = calls.stream().allMatch(call -> call.input().isExact());
        return compared == 0
                ? rateWords(isExact) + CallFigures.inputCosts(sum(true), sum(false), isExact)
                : rateWords(isExact) + ", input counted exactly in " + count(call -> call.isInput(0)) + " of "
                        + compared
                        + ", cached tokens as forecast in " + count(Line::isMet) + " of "
                        + count(call -> call.usage().cached().isPresent());
    }

    /// The lines that were passed over, by endpoint; and the counts that cannot be right, a line for each call. The
    /// first of each where there are many.
    public List<String> warnings() {
        List<String> all = IntStream.range(0, calls.size())
                .mapToObj(i -> VerdictWords.unreadable(i + 1, calls.get(i).usage())).flatMap(Optional::stream).toList();
        var lines = new ArrayList<>(FewWords.lines(unread, CallsReport::left));
        lines.addAll(FewWords.lines(passedOver, CallsReport::passed));
        lines.addAll(all.subList(0, Math.min(FewWords.FEW, all.size())));
        if (all.size() > FewWords.FEW) {
            lines.add(Numbers.count(all.size() - FewWords.FEW)
                    + " more calls have counts that cannot be right; --json has them all.");
        }
        return lines;
    }

    private static String passed(PassedOver other) {
        return Texts.format("replay.passed-over", other.lines(), other.endpoint(), other.firstLine());
    }

    private static String left(Unread fault) {
        return Texts.format("replay.unread", fault.count(), fault.why(), fault.firstLine());
    }

    private String rateWords(boolean isExact) {
        OptionalDouble rate = hitRate();
        String words = rate.isPresent() ? Numbers.percent(rate.getAsDouble()) : CallFigures.UNKNOWN;
        boolean isForecast = rate.isPresent() && reportedCached().isEmpty();
        return "hit rate " + (isForecast ? TokenWords.about(isExact, words) + " forecast" : words);
    }

    private long count(Predicate<Line> wanted) {
        return calls.stream().filter(wanted).count();
    }

    private OptionalLong forecastCached() {
        return calls.stream().flatMap(call -> call.forecast().stream()).mapToLong(made -> made.split().cached())
                .reduce(Long::sum);
    }

    private OptionalLong reportedCached() {
        return calls.stream().filter(Line::isReported).mapToLong(call -> call.usage().cached().getAsLong())
                .reduce(Long::sum);
    }

    /// As reported, over the calls whose server reports; as forecast where none does; empty where there is neither.
    private OptionalDouble hitRate() {
        OptionalLong cached = reportedCached();
        long input = cached.isPresent()
                ? calls.stream().filter(Line::isReported).mapToLong(call -> call.usage().input().getAsLong()).sum()
                : calls.stream().filter(call -> call.forecast().isPresent())
                        .mapToLong(call -> call.input().tokens()).sum();
        OptionalLong read = cached.isPresent() ? cached : forecastCached();
        return input == 0 || read.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(read.getAsLong() / (double) input);
    }

    /// The input costs by forecast, with or without the cache; empty where a call has none.
    private Optional<Money> sum(boolean isCached) {
        return calls.stream().map(call -> isCached
                ? call.forecast().flatMap(CallForecast::cost)
                : call.uncached()).reduce(Optional.of(Money.ZERO),
                        (sum, cost) -> sum.flatMap(before -> cost.map(before::plus)));
    }

}
