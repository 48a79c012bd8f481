package dev.cachewright.format.record;

import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Purpose;
import dev.cachewright.session.Timing;
import dev.cachewright.session.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A column of the calls as CSV.
///
/// @param name in the first line; others read by it, so that it stays
/// @param value of a call; empty where it is not known
record CsvColumn(String name, Function<Call, String> value) {

    /// What spreadsheets run. A line break counts, since some pass over it.
    private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Cntrl}]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private static final List<CsvColumn> ALL = columns();

    /// All columns, in their order.
    static List<CsvColumn> all() {
        return ALL;
    }

    String cell(Call call) {
        return value.apply(call);
    }

    private static List<CsvColumn> columns() {
        var columns = new ArrayList<CsvColumn>();
        addTarget(columns);
        addResult(columns);
        addTokens(columns);
        addForecast(columns);
        addCost(columns);
        addTimes(columns);
        // After all others, whose places stay.
        columns.add(new CsvColumn("ping", call -> String.valueOf(call.target().purpose() == Purpose.PING)));
        return List.copyOf(columns);
    }

    private static void addTarget(List<CsvColumn> columns) {
        columns.add(new CsvColumn("number", call -> String.valueOf(call.number())));
        columns.add(new CsvColumn("time", call -> call.measurement().timing().at().toString()));
        columns.add(ofTarget("model", CallTarget::model));
        columns.add(ofTarget("profile", CallTarget::profile));
        columns.add(ofTarget("api", target -> target.api().word()));
        columns.add(ofTarget("prompt", target -> target.prompt().name()));
        columns.add(ofTarget("edition", target -> target.prompt().edition()));
        columns.add(new CsvColumn("control", call -> String.valueOf(call.target().isControl())));
    }

    private static void addResult(List<CsvColumn> columns) {
        columns.add(new CsvColumn("verdict", call -> text(call.verdict().words())));
        columns.add(new CsvColumn("unexpected_miss", call -> String.valueOf(call.isUnexpectedMiss())));
        columns.add(new CsvColumn("result", call -> switch (call.measurement().result()) {
            case CallResult.Answered _ -> "answered";
            case CallResult.Cancelled _ -> "cancelled";
            case CallResult.Failed _ -> "failed";
        }));
        columns.add(new CsvColumn("finish_reason", call -> answered(call, CallResult.Answered::finishReason)));
        columns.add(new CsvColumn("response_id", call -> answered(call, CallResult.Answered::id)));
        columns.add(new CsvColumn("status", call -> failed(call, failure -> failure.status() == 0
                ? ""
                : String.valueOf(failure.status()))));
        columns.add(new CsvColumn("error", call -> failed(call, failure -> switch (failure) {
            case Failure.Known known -> known.kind().name().toLowerCase(Locale.ROOT);
            case Failure.Worded worded -> text(worded.message());
        })));
        columns.add(new CsvColumn("tries", call -> String.valueOf(call.measurement().refused().size() + 1)));
    }

    private static void addTokens(List<CsvColumn> columns) {
        columns.add(ofUsage("input", Usage::input));
        columns.add(ofUsage("cached", Usage::cached));
        columns.add(ofUsage("written", Usage::written));
        columns.add(ofUsage("written_long", Usage::longWritten));
        columns.add(ofUsage("uncached", CsvColumn::uncached));
        columns.add(ofUsage("output", Usage::output));
    }

    private static void addForecast(List<CsvColumn> columns) {
        columns.add(ofForecast("forecast_cached", InputSplit::cached));
        columns.add(ofForecast("forecast_written", InputSplit::written));
        columns.add(ofForecast("forecast_uncached", InputSplit::uncached));
        columns.add(new CsvColumn("promised", call -> call.forecast().isKnown()
                ? String.valueOf(call.forecast().promised())
                : ""));
        columns.add(new CsvColumn("changed_in", call -> text(call.forecast().changedIn())));
    }

    private static void addCost(List<CsvColumn> columns) {
        columns.add(ofBill("cost", Call.Bill::cost));
        columns.add(ofBill("cost_uncached", Call.Bill::uncached));
        columns.add(ofBill("cost_perfect", Call.Bill::perfect));
    }

    private static void addTimes(List<CsvColumn> columns) {
        columns.add(ofTiming("sent_ms", Timing::sent));
        columns.add(ofTiming("first_byte_ms", Timing::firstByte));
        columns.add(ofTiming("ttft_ms", Timing::firstToken));
        columns.add(ofTiming("last_token_ms", Timing::lastToken));
        columns.add(ofTiming("total_ms", timing -> Optional.of(timing.total())));
    }

    /// What was neither read nor stored; a server that reports no writing has none.
    private static OptionalLong uncached(Usage usage) {
        return usage.input().isPresent() && usage.cached().isPresent()
                ? OptionalLong.of(Math.max(0,
                        usage.input().getAsLong() - usage.cached().getAsLong() - usage.written().orElse(0)))
                : OptionalLong.empty();
    }

    private static CsvColumn ofTarget(String name, Function<CallTarget, String> value) {
        return new CsvColumn(name, call -> text(value.apply(call.target())));
    }

    private static CsvColumn ofUsage(String name, Function<Usage, OptionalLong> tokens) {
        return new CsvColumn(name, call -> {
            OptionalLong known = tokens.apply(call.measurement().usage());
            return known.isPresent() ? String.valueOf(known.getAsLong()) : "";
        });
    }

    private static CsvColumn ofForecast(String name, Function<InputSplit, Long> tokens) {
        return new CsvColumn(name, call -> call.forecast().isKnown()
                ? String.valueOf(tokens.apply(call.forecast().split()))
                : "");
    }

    private static CsvColumn ofBill(String name, Function<Call.Bill, Optional<Money>> money) {
        return new CsvColumn(name, call -> money.apply(call.bill()).map(known -> known.dollars().toPlainString())
                .orElse(""));
    }

    private static CsvColumn ofTiming(String name, Function<Timing, Optional<Duration>> time) {
        return new CsvColumn(name, call -> time.apply(call.measurement().timing())
                .map(known -> String.valueOf(known.toMillis())).orElse(""));
    }

    private static String answered(Call call, Function<CallResult.Answered, String> value) {
        return call.measurement().result() instanceof CallResult.Answered answered ? text(value.apply(answered)) : "";
    }

    private static String failed(Call call, Function<Failure, String> value) {
        return call.measurement().result() instanceof CallResult.Failed failed ? value.apply(failed.failure()) : "";
    }

    /// The text, with an apostrophe before what a spreadsheet would run.
    private static String text(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
