package dev.cachewright.format.log.form;

import dev.cachewright.format.log.part.Counts;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.format.log.part.RebuiltBody;
import dev.cachewright.session.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An observation of Langfuse, as its API and its exports write it.
///
/// `usageDetails.input` may or may not include what was cached: it is believed where the keys sum up to `total`, one way
/// or the other, and is unknown else.
final class Langfuse {

    private static final List<String> READ = List.of("cache_read_input_tokens", "input_cached_tokens",
            "input_cache_read", "input_cached", "cached_tokens", "cache_read", "cached_input_tokens",
            "input_cache_read_input_tokens");
    private static final List<String> WRITTEN = List.of("cache_creation_input_tokens", "input_cache_creation",
            "input_cache_write", "cache_write_tokens", "input_cache_write_tokens", "cache_creation",
            "input_cache_creation_5m", "input_cache_creation_1h");
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String TOTAL = "total";

    private Langfuse() {
    }

    static Optional<Finding> read(LogFields record) {
        boolean isTheirs = record.hasAny("traceId", "trace_id") && record.has("type")
                && record.hasAny("usageDetails", "usage_details", INPUT, "startTime", "start_time", "modelParameters");
        if (!isTheirs) {
            return Optional.empty();
        }
        if (!record.is("type", "GENERATION", "generation")) {
            return Passed.NO_CALL;
        }
        if (record.is("level", "ERROR")) {
            return Passed.FAILED;
        }
        FoundCall call = new FoundCall("langfuse");
        Optional<Instant> start = record.time("startTime", "start_time");
        Optional<Instant> first = record.time("completionStartTime", "completion_start_time");
        call.at(start).total(LogFields.between(start, record.time("endTime", "end_time"))
                .or(() -> record.duration("latency", 1)));
        call.firstToken(LogFields.between(start, first).or(() -> record.duration("timeToFirstToken", 1)));
        String model = record.text("model", "providedModelName", "provided_model_name");
        call.model(model).usage(usage(record)).id(record.text("id"))
                .conversation(record.text("sessionId", "session_id", "traceId", "trace_id"));
        LogFields settings = record.object(record.has("modelParameters") ? "modelParameters" : "model_parameters");
        record.json(INPUT).ifPresent(input -> call.rebuilt(new RebuiltBody(model).settings(settings)
                .input("messages", input).json()));
        call.apiOfBody();
        return Optional.of(new Finding.Call(call));
    }

    private static Usage usage(LogFields record) {
        String name = record.has("usageDetails") ? "usageDetails" : "usage_details";
        LogFields details = record.object(name);
        if (details.count(INPUT).isPresent() || details.count(OUTPUT).isPresent()) {
            return ofDetails(details, record.json(name).orElse(""));
        }
        // Older versions had no details; keys as the provider names them are read as its own.
        LogFields old = record.object("usage");
        return old.count(INPUT).isPresent()
                ? new Counts(old.count(INPUT), OptionalLong.empty(), OptionalLong.empty(), old.count(OUTPUT))
                        .usage(record.json("usage").orElse(""))
                : Counts.best(List.of(record.json(name).orElse(""), record.json("usage").orElse("")));
    }

    private static Usage ofDetails(LogFields details, String raw) {
        OptionalLong input = details.count(INPUT);
        OptionalLong output = details.count(OUTPUT);
        OptionalLong cached = details.count(READ.toArray(String[]::new));
        OptionalLong written = Counts.sum(WRITTEN.stream().map(details::count).toArray(OptionalLong[]::new));
        if (cached.isEmpty() && written.isEmpty()) {
            return new Counts(input, cached, written, output).usage(raw);
        }
        OptionalLong total = details.count(TOTAL);
        long all = details.all().keySet().stream().filter(key -> !key.equals(TOTAL))
                .mapToLong(key -> details.count(key).orElse(0)).sum();
        OptionalLong parts = Counts.sum(input, cached, written);
        if (isSum(total, all) || isSum(total, parts.orElse(0) + output.orElse(0))) {
            return new Counts(parts, cached, written, output).usage(raw);
        }
        boolean isInclusive = isSum(total, input.orElse(0) + output.orElse(0));
        return new Counts(isInclusive ? input : OptionalLong.empty(), cached, written, output).usage(raw);
    }

    private static boolean isSum(OptionalLong total, long sum) {
        return total.isPresent() && total.getAsLong() == sum;
    }
}
