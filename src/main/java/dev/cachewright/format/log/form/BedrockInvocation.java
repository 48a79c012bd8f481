package dev.cachewright.format.log.form;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.part.AnswerText;
import dev.cachewright.format.log.part.CallAddress;
import dev.cachewright.format.log.part.Counts;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.session.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A record of Bedrock's model invocation logging, as it stands in S3 and CloudWatch. Whose call it was is told by a role
/// rather than by a key.
final class BedrockInvocation {

    private static final Map<String, String> PATHS = Map.of("InvokeModel", "invoke", "InvokeModelWithResponseStream",
            "invoke-with-response-stream", "Converse", "converse", "ConverseStream", "converse-stream");
    private static final String ANSWER = "outputBodyJson";
    private static final String METRICS = "amazon-bedrock-invocationMetrics";
    private static final String INPUT = "input";
    private static final double MILLISECONDS = 1_000;

    private BedrockInvocation() {
    }

    static Optional<Finding> read(LogFields record) {
        if (!record.is("schemaType", "ModelInvocationLog")) {
            return Optional.empty();
        }
        if (record.has("errorCode")) {
            return Passed.FAILED;
        }
        String path = PATHS.getOrDefault(record.text("operation"), "");
        if (path.isEmpty()) {
            return Passed.NO_CALL;
        }
        LogFields output = record.object("output");
        AnswerText answer = output.isArray(ANSWER) ? AnswerText.ofEvents(output.list(ANSWER))
                : AnswerText.of(output.json(ANSWER).orElse(""));
        FoundCall call = new FoundCall("bedrock").at(record.time("timestamp")).provider("bedrock")
                .to(CallAddress.of("/model/" + record.text("modelId") + "/" + path))
                .key(record.object("identity").text("arn")).id(record.text("requestId"));
        record.object(INPUT).json("inputBodyJson").filter(RawJson::isObject).ifPresent(call::body);
        metrics(output).ifPresent(metrics -> call.firstToken(metrics.duration("firstByteLatency", MILLISECONDS))
                .total(metrics.duration("invocationLatency", MILLISECONDS)));
        return Optional.of(new Finding.Call(call.apiOfBody().usage(usage(record, output, answer))));
    }

    /// What the last event of a stream of Claude says of its times.
    private static Optional<LogFields> metrics(LogFields output) {
        List<String> events = output.list(ANSWER);
        return events.isEmpty() ? Optional.empty()
                : Optional.of(LogFields.of(events.getLast()).object(METRICS)).filter(found -> !found.all().isEmpty());
    }

    /// Of the answer where it is there: a large one is kept elsewhere. Bedrock's own count leaves out what was cached.
    private static Usage usage(LogFields record, LogFields output, AnswerText answer) {
        if (answer.usage().input().isPresent()) {
            return answer.usage();
        }
        LogFields input = record.object(INPUT);
        OptionalLong fresh = input.count("inputTokenCount");
        OptionalLong cached = input.count("cacheReadInputTokenCount");
        OptionalLong written = input.count("cacheWriteInputTokenCount");
        return new Counts(fresh.isPresent() ? Counts.sum(fresh, cached, written) : fresh, cached, written,
                output.count("outputTokenCount")).usage(raw(input));
    }

    private static String raw(LogFields input) {
        var counts = new LinkedHashMap<String, String>();
        input.all().forEach((name, value) -> {
            if (name.endsWith("TokenCount")) {
                counts.put(name, value);
            }
        });
        return RawJson.object(counts);
    }
}
