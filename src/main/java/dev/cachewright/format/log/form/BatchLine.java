package dev.cachewright.format.log.form;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.part.AnswerText;
import dev.cachewright.format.log.part.CallAddress;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.prompt.Api;
import java.util.Optional;

/// A line of OpenAI's Batch API or of Anthropic's Message Batches: a request, or the answer to one in another file.
final class BatchLine {

    private static final String ID = "custom_id";
    private static final String OPENAI = "openai-batch";
    private static final String ANTHROPIC = "anthropic-batch";
    private static final int FIRST_ERROR = 400;

    private BatchLine() {
    }

    static Optional<Finding> read(LogFields record) {
        if (!record.has(ID)) {
            return Optional.empty();
        }
        String id = record.text(ID);
        if (record.has("params")) {
            FoundCall call = new FoundCall(ANTHROPIC).provider("anthropic").api(Optional.of(Api.MESSAGES)).id(id);
            return Optional.of(new Finding.Call(body(call, record, "params"), ANTHROPIC + id));
        }
        if (record.has("body") && record.hasAny("url", "method")) {
            FoundCall call = new FoundCall(OPENAI).provider("openai").to(CallAddress.of(record.text("url"))).id(id);
            return Optional.of(new Finding.Call(body(call, record, "body"), OPENAI + id));
        }
        if (record.has("result")) {
            return Optional.of(ofAnthropic(record.object("result"), id));
        }
        return record.hasAny("response", "error") ? Optional.of(ofOpenAi(record, id)) : Optional.empty();
    }

    private static FoundCall body(FoundCall call, LogFields record, String field) {
        String body = record.json(field).orElse("");
        return RawJson.isObject(body) ? call.body(body, record.glance(body)) : call;
    }

    private static Finding ofOpenAi(LogFields record, String id) {
        LogFields response = record.object("response");
        LogFields body = response.object("body");
        AnswerText answer = AnswerText.ofObject(response.json("body").orElse("{}"));
        FoundCall call = new FoundCall(OPENAI).provider("openai").id(id).model(answer.model()).usage(answer.usage())
                .at(body.time("created", "created_at"));
        call.api(body.is("object", "response") ? Optional.of(Api.RESPONSES)
                : body.is("object", "chat.completion") ? Optional.of(Api.CHAT) : Optional.empty());
        boolean isFailed = record.has("error") || response.count("status_code").orElse(0) >= FIRST_ERROR;
        return new Finding.Answer(call, OPENAI + id, isFailed ? Optional.of("failed calls") : Optional.empty());
    }

    /// What was cancelled or expired was never sent.
    private static Finding ofAnthropic(LogFields result, String id) {
        AnswerText answer = AnswerText.ofObject(result.json("message").orElse("{}"));
        FoundCall call = new FoundCall(ANTHROPIC).provider("anthropic").api(Optional.of(Api.MESSAGES)).id(id)
                .model(answer.model()).usage(answer.usage());
        return new Finding.Answer(call, ANTHROPIC + id,
                result.is("type", "succeeded") ? Optional.empty() : Optional.of("failed calls"));
    }
}
