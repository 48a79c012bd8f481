package dev.cachewright.format.log.form;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.part.CallAddress;
import dev.cachewright.format.log.part.Counts;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.format.log.part.RebuiltBody;
import dev.cachewright.prompt.Api;
import dev.cachewright.session.Usage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What LiteLLM writes of a call: the payload of its callbacks, or a row of its spend log.
///
/// Its `prompt_tokens` include what was read from the cache. Its `cache_hit` is about its own cache of answers: such a
/// call reached no provider.
final class LiteLlm {

    private static final String REDACTED = "redacted-by-litellm";
    private static final String METADATA = "metadata";
    private static final String MESSAGES = "messages";

    private final LogFields record;
    private final LogFields metadata;
    private final boolean isSpend;

    private LiteLlm(LogFields record) {
        this.record = record;
        this.metadata = record.object(METADATA);
        this.isSpend = record.has("spend");
    }

    static Optional<Finding> read(LogFields record) {
        boolean isTheirs = record.has("call_type")
                && record.hasAny("spend", "custom_llm_provider", "model_parameters", "response_cost", "cache_hit");
        return isTheirs ? new LiteLlm(record).read() : Optional.empty();
    }

    private Optional<Finding> read() {
        String type = record.text("call_type");
        boolean isModel = type.contains("completion") && !type.contains("text_completion")
                || type.contains("responses") || type.contains(MESSAGES);
        if (!isModel) {
            return Passed.NO_CALL;
        }
        if (record.isTrue("cache_hit")) {
            return Passed.GATEWAY;
        }
        if (record.is("status", "failure") || metadata.is("status", "failure")) {
            return Passed.FAILED;
        }
        FoundCall call = new FoundCall(isSpend ? "litellm-spend" : "litellm");
        Optional<Instant> start = record.time("startTime");
        Optional<Instant> end = record.time("endTime");
        Optional<Instant> first = record.time("completionStartTime").filter(time -> end.filter(time::isBefore)
                .isPresent());
        call.at(start).total(LogFields.between(start, end)).firstToken(LogFields.between(start, first));
        call.to(CallAddress.of(record.text("api_base"))).provider(record.text("custom_llm_provider"))
                .api(Optional.of(type.contains("responses") ? Api.RESPONSES
                        : type.contains("messages") ? Api.MESSAGES : Api.CHAT));
        call.model(record.text("model")).usage(usage());
        call.key(isSpend ? record.text("api_key") : metadata.text("user_api_key_hash", "user_api_key_alias"));
        call.id(record.text("id", "request_id")).conversation(record.text("session_id", "trace_id"));
        addBody(call);
        return Optional.of(new Finding.Call(call));
    }

    private void addBody(FoundCall call) {
        LogFields proxied = record.object("proxy_server_request");
        if (proxied.hasAny(MESSAGES, "input")) {
            call.body(proxied.json());
            return;
        }
        LogFields inner = proxied.object("body");
        if (inner.hasAny(MESSAGES, "input")) {
            call.body(inner.json());
            return;
        }
        String messages = record.json(MESSAGES).orElse("");
        if (messages.isEmpty() || messages.equals("{}") || messages.contains(REDACTED)) {
            return;
        }
        boolean isResponses = call.api().filter(Api.RESPONSES::equals).isPresent();
        call.rebuilt(new RebuiltBody(call.model()).settings(record.object("model_parameters"))
                .input(isResponses ? "input" : MESSAGES, messages).json());
    }

    /// Of the objects that it keeps of the usage, the first that says what was cached.
    private Usage usage() {
        var sums = new LinkedHashMap<String, String>();
        for (String name : List.of("prompt_tokens", "completion_tokens", "total_tokens")) {
            record.json(name).ifPresent(count -> sums.put(name, count));
        }
        var more = new LinkedHashMap<>(sums);
        metadata.object("additional_usage_values").all().forEach((name, value) -> {
            if (!value.equals("null")) {
                more.put(name, value);
            }
        });
        return Counts.best(List.of(record.object("response").json("usage").orElse(""),
                objectIn(metadata, "usage_object"), RawJson.object(more), RawJson.object(sums)));
    }

    private static String objectIn(LogFields fields, String name) {
        LogFields object = fields.object(name);
        return object.all().isEmpty() ? "" : object.json();
    }
}
