package dev.cachewright.format.log.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.part.Counts;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.format.log.part.RebuiltBody;
import dev.cachewright.session.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A run of LangSmith that called a model; its messages may be those of LangChain.
final class LangSmithRun {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> ROLES = Map.of("SystemMessage", "system", "HumanMessage", "user",
            "AIMessage", "assistant", "AIMessageChunk", "assistant", "ToolMessage", "tool", "system", "system", "human",
            "user", "ai", "assistant", "tool", "tool");
    private static final String CONTENT = "content";
    private static final String CALLS = "tool_calls";
    private static final String MESSAGES = "messages";
    private static final String CALL_ID = "tool_call_id";

    private LangSmithRun() {
    }

    static Optional<Finding> read(LogFields record) {
        if (!record.has("run_type") || !record.hasAny("inputs", "outputs")) {
            return Optional.empty();
        }
        if (!record.is("run_type", "llm")) {
            return Passed.NO_CALL;
        }
        if (!record.text("error").isEmpty()) {
            return Passed.FAILED;
        }
        LogFields extra = record.object("extra");
        LogFields settings = extra.object("invocation_params");
        LogFields metadata = extra.object("metadata");
        FoundCall call = new FoundCall("langsmith");
        Optional<Instant> start = record.time("start_time");
        call.at(start).total(LogFields.between(start, record.time("end_time")))
                .firstToken(LogFields.between(start, record.time("first_token_time")));
        String named = settings.text("model", "model_name", "azure_deployment");
        call.model(named.isEmpty() ? metadata.text("ls_model_name") : named).provider(metadata.text("ls_provider"));
        call.rebuilt(body(record.object("inputs"), call.model(), settings)).usage(usage(record)).id(record.text("id"));
        call.apiOfBody();
        String thread = metadata.text("thread_id", "session_id", "conversation_id");
        return Optional.of(new Finding.Call(call.conversation(thread.isEmpty() ? record.text("trace_id") : thread)));
    }

    private static Optional<String> body(LogFields inputs, String model, LogFields settings) {
        RebuiltBody body = new RebuiltBody(model).settings(settings);
        if (!inputs.has(MESSAGES)) {
            return body.settings(inputs).json();
        }
        JsonNode messages = RawJson.tree(inputs.json(MESSAGES).orElse("[]"));
        // A run of LangChain has a list for each prompt, of which there is one.
        boolean isNested = messages.path(0).isArray();
        boolean isTheirs = isNested || messages.path(0).has("lc") || messages.path(0).has("data");
        inputs.all().forEach((name, value) -> {
            if (!name.equals(MESSAGES)) {
                body.settings(LogFields.of(new java.util.LinkedHashMap<>(Map.of(name, value))));
            }
        });
        ArrayNode written = NODES.arrayNode();
        (isNested ? messages.get(0) : messages).forEach(message -> written.add(message(message)));
        return body.field(MESSAGES, isTheirs ? written.toString() : inputs.json(MESSAGES).orElse("[]")).json();
    }

    /// A message of LangChain, as it is written or as it is made, as one of a chat.
    private static JsonNode message(JsonNode recorded) {
        JsonNode held = recorded.has("kwargs") ? recorded.get("kwargs")
                : recorded.has("data") ? recorded.get("data") : recorded;
        JsonNode id = recorded.path("id");
        String name = id.isArray() && !id.isEmpty() ? id.get(id.size() - 1).asText()
                : held.path("type").asText(recorded.path("type").asText(""));
        if (!ROLES.containsKey(name) || held == recorded && recorded.has("role")) {
            return recorded.has("role") ? recorded : held;
        }
        ObjectNode message = NODES.objectNode().put("role", ROLES.get(name));
        message.set(CONTENT, held.has(CONTENT) ? held.get(CONTENT) : NODES.textNode(""));
        JsonNode calls = held.path("additional_kwargs").path(CALLS);
        if (calls.isArray() && !calls.isEmpty()) {
            message.set(CALLS, calls);
        } else if (held.path(CALLS).isArray() && !held.path(CALLS).isEmpty()) {
            message.set(CALLS, calls(held.path(CALLS)));
        }
        if (held.path(CALL_ID).isTextual()) {
            message.set(CALL_ID, held.get(CALL_ID));
        }
        return message;
    }

    private static ArrayNode calls(JsonNode recorded) {
        ArrayNode calls = NODES.arrayNode();
        for (JsonNode call : recorded) {
            calls.addObject().put("id", call.path("id").asText("")).put("type", "function").putObject("function")
                    .put("name", call.path("name").asText("")).put("arguments", call.path("args").toString());
        }
        return calls;
    }

    /// Where its versions and integrations have put the usage.
    private static Usage usage(LogFields record) {
        LogFields outputs = record.object("outputs");
        LogFields answer = outputs.object("llm_output");
        List<String> candidates = new ArrayList<>();
        for (String name : List.of("token_usage", "usage", "usage_metadata")) {
            answer.json(name).ifPresent(candidates::add);
            outputs.json(name).ifPresent(candidates::add);
        }
        outputs.json("generations").ifPresent(generations -> {
            JsonNode first = RawJson.tree(generations).path(0);
            JsonNode message = (first.isArray() ? first.path(0) : first).path("message");
            JsonNode held = message.has("kwargs") ? message.get("kwargs") : message.path("data");
            candidates.add(0, held.path("usage_metadata").isObject() ? held.get("usage_metadata").toString() : "");
        });
        Usage reported = Counts.best(candidates);
        if (reported.input().isPresent()) {
            return reported;
        }
        LogFields details = record.object("prompt_token_details");
        return new Counts(record.count("prompt_tokens"), details.count("cache_read"), details.count("cache_creation"),
                record.count("completion_tokens")).usage(details.json());
    }
}
