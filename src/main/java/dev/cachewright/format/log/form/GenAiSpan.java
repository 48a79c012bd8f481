package dev.cachewright.format.log.form;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.part.CallAddress;
import dev.cachewright.format.log.part.Counts;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.prompt.Api;
import dev.cachewright.session.Usage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A span of OpenTelemetry about a call to a model: by the conventions for generative AI with their new and their old
/// names, of OpenInference, or of Traceloop.
///
/// Spans of agents and chains sum up what is inside them, and are passed over.
final class GenAiSpan {

    private static final String OPERATION = "gen_ai.operation.name";
    private static final String KIND = "openinference.span.kind";
    private static final Pattern PAIR = Pattern.compile("\\[\\s*(\\d{1,10})\\s*,\\s*(\\d{1,9})\\s*]");
    private static final String[] READ = {"gen_ai.usage.cache_read.input_tokens",
            "gen_ai.usage.cache_read_input_tokens", "gen_ai.usage.details.cache_read_input_tokens",
            "gen_ai.usage.input_tokens.cached", "gen_ai.usage.cached_tokens", "gen_ai.usage.input_cached_tokens",
            "llm.token_count.prompt_details.cache_read", "ai.usage.cachedInputTokens"};
    private static final String[] WRITTEN = {"gen_ai.usage.cache_creation.input_tokens",
            "gen_ai.usage.cache_creation_input_tokens", "gen_ai.usage.details.cache_creation_input_tokens",
            "gen_ai.usage.input_tokens.cache_write", "llm.token_count.prompt_details.cache_write"};
    private static final String[] INPUT = {"gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens",
            "llm.token_count.prompt"};
    private static final String[] OUTPUT = {"gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens",
            "llm.token_count.completion"};

    private final LogFields span;
    private final LogFields attributes;

    private GenAiSpan(LogFields span) {
        this.span = span;
        this.attributes = SpanAttributes.of(span);
    }

    static Optional<Finding> read(LogFields record) {
        boolean isSpan = record.isContainer("attributes")
                && (record.hasAny("spanId", "span_id", "traceId", "trace_id", "context", "startTimeUnixNano")
                        || record.json("attributes").filter(all -> all.contains("\"gen_ai.")).isPresent());
        return isSpan ? new GenAiSpan(record).read() : Optional.empty();
    }

    private Optional<Finding> read() {
        if (!isCall()) {
            return Passed.NO_CALL;
        }
        LogFields status = span.object("status");
        if (status.count("code").orElse(0) == 2 || status.text("code", "status_code").contains("ERROR")
                || span.text("status_code").equals("ERROR")) {
            return Passed.FAILED;
        }
        Optional<Instant> start = time("startTimeUnixNano", "start_time_unix_nano", "start_time", "startTime");
        Optional<Instant> end = time("endTimeUnixNano", "end_time_unix_nano", "end_time", "endTime");
        String model = attributes.text("gen_ai.request.model", "llm.model_name", "gen_ai.response.model");
        FoundCall call = new FoundCall("otel-genai").at(start).total(LogFields.between(start, end)).model(model);
        call.firstToken(attributes.duration("gen_ai.response.time_to_first_chunk", 1)
                .or(() -> attributes.duration("gen_ai.server.time_to_first_token", 1)));
        call.to(CallAddress.of(attributes.text("server.address", "http.url", "url.full", "gen_ai.openai.api_base")));
        call.provider(attributes.text("gen_ai.provider.name", "gen_ai.system", "llm.provider", "llm.system")
                .toLowerCase(Locale.ROOT));
        call.rebuilt(SpanMessages.body(attributes, model)).usage(usage());
        call.api(chat(call)).apiOfBody();
        call.id(attributes.text("gen_ai.response.id").isEmpty() ? spanId() : attributes.text("gen_ai.response.id"));
        return Optional.of(new Finding.Call(call.conversation(conversation())));
    }

    /// What was put together from messages has the form of a chat, whatever it was.
    private Optional<Api> chat(FoundCall call) {
        return attributes.has(SpanMessages.SENT) ? Optional.empty() : call.body().map(_ -> Api.CHAT);
    }

    private boolean isCall() {
        String operation = attributes.text(OPERATION);
        if (!operation.isEmpty()) {
            return operation.equals("chat") || operation.equals("generate_content")
                    || operation.equals("text_completion");
        }
        if (attributes.has(KIND)) {
            return attributes.text(KIND).equalsIgnoreCase("LLM");
        }
        String type = attributes.text("llm.request.type");
        return (type.isEmpty() || type.equals("chat") || type.equals("completion"))
                && attributes.hasAny("gen_ai.request.model", "gen_ai.prompt.0.role", "gen_ai.usage.input_tokens");
    }

    private String spanId() {
        String own = span.text("spanId", "span_id");
        return own.isEmpty() ? span.object("context").text("span_id", "spanId") : own;
    }

    private String conversation() {
        String named = attributes.text("gen_ai.conversation.id", "session.id", "langfuse.session.id",
                "traceloop.association.properties.session_id");
        String trace = span.text("traceId", "trace_id");
        return !named.isEmpty() ? named : trace.isEmpty() ? span.object("context").text("trace_id", "traceId") : trace;
    }

    /// The input includes what was cached, by the conventions. Where it is less than that, it cannot.
    private Usage usage() {
        OptionalLong input = attributes.count(INPUT);
        OptionalLong cached = attributes.count(READ);
        OptionalLong written = attributes.count(WRITTEN);
        long parts = cached.orElse(0) + written.orElse(0);
        boolean isShort = input.isPresent() && input.getAsLong() < parts;
        var raw = new LinkedHashMap<String, String>();
        attributes.all().forEach((name, value) -> {
            if (name.startsWith("gen_ai.usage.") || name.startsWith("llm.token_count.")
                    || name.startsWith("ai.usage.")) {
                raw.put(name, value);
            }
        });
        return new Counts(isShort ? OptionalLong.of(input.getAsLong() + parts) : input, cached, written,
                attributes.count(OUTPUT)).usage(RawJson.object(raw));
    }

    /// A time, nanoseconds or microseconds since 1970, or seconds and nanoseconds as JavaScript has them.
    private Optional<Instant> time(String... names) {
        for (String name : names) {
            String digits = span.json(name).orElse("").replace("\"", "");
            Matcher pair = PAIR.matcher(digits);
            if (pair.matches()) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(pair.group(1)), Long.parseLong(pair.group(2))));
            }
            if (digits.matches("\\d{18,19}")) {
                return Optional.of(Instant.EPOCH.plusNanos(Long.parseLong(digits)));
            }
            if (digits.matches("\\d{16}")) {
                return Optional.of(Instant.EPOCH.plusNanos(Long.parseLong(digits) * 1_000));
            }
        }
        return span.time(names);
    }
}
