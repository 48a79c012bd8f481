package dev.cachewright.format.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One recorded call: the request in it, without the answer, the usage and the times beside it.
///
/// Such are lines of batches, of our own recordings, of LiteLLM, Helicone and Langfuse.
final class LoggedCall {

    /// Said only of what the command reads.
    private static final String REPLAY = " cachewright replay takes such lines with their usage.";
    /// LiteLLM's spend logs have the request in it, if at all.
    private static final String OF_PROXY = "proxy_server_request";
    /// Fields that hold a whole request body.
    private static final List<String> REQUESTS = List.of("params", "body", "request", "request_body",
            OF_PROXY);
    private static final List<String> BESIDE = List.of("custom_id", "response", "response_body", "usage", "at",
            "timestamp", "route", "endpoint", "url", "request_id", "request_created_at", "call_type", "method");

    private LoggedCall() {
    }

    /// Reads a call; nothing where the object is none.
    static Optional<Recognized> read(JsonText json) {
        Optional<String> field = REQUESTS.stream().filter(json::isObject).findFirst();
        if (field.isPresent() && (json.fields().size() == 1 || BESIDE.stream().anyMatch(json::has))) {
            return Optional.of(request(json, field.get()));
        }
        if (json.isArray("messages") && json.has("response") && json.hasAny("call_type", "model_parameters")) {
            return Optional.of(assembled(json, "messages", "model_parameters", "LiteLLM"));
        }
        if (json.has("input") && json.hasAny("traceId", "trace_id") && json.has("type")) {
            return Optional.of(assembled(json, "input", "modelParameters", "Langfuse"));
        }
        return Optional.empty();
    }

    private static Recognized request(JsonText json, String field) {
        JsonText request = JsonText.of(json.raw(field));
        boolean isHttp = request.isObject("body") && !request.hasAny("messages", "input");
        var notes = new ArrayList<String>();
        notes.add("Taken from a recorded call or a line of a batch: the request in \"" + field
                + "\"; what stands beside it is left out." + (isHttp || field.equals(OF_PROXY) ? "" : REPLAY));
        String url = json.text("url") + json.text("endpoint") + json.text("request_path");
        try {
            String body = isHttp ? request.raw("body") : json.raw(field);
            return new Recognized.Foreign(new WireBody(notes).read(body, Address.of(isHttp ? request.text("url")
                    : url)), "", notes);
        } catch (InputException e) {
            throw isHttp ? json.placed(new InputException(e.getMessage(), 0, 0), field) : json.placed(e, field);
        }
    }

    /// A request whose parts stand beside those of the answer.
    private static Recognized assembled(JsonText json, String messages, String parameters, String program) {
        JsonNode input = json.at(messages);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (json.isText("model")) {
            body.put("model", json.text("model"));
        }
        json.at(parameters).properties().forEach(entry -> body.set(entry.getKey(), entry.getValue()));
        if (input.isObject()) {
            input.properties().forEach(entry -> body.set(entry.getKey(), entry.getValue()));
        } else {
            body.set("messages", input.isTextual()
                    ? JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode().put("role", "user")
                            .put("content", input.textValue()))
                    : input);
        }
        var notes = new ArrayList<String>();
        notes.add("Taken from a call that " + program
                + " recorded: its messages, model and parameters; the answer, usage "
                + "and times are left out." + (messages.equals("messages") && !json.has("spend") ? REPLAY : ""));
        try {
            return new Recognized.Foreign(new WireBody(notes).read(body.toString(), Address.of("")), "", notes);
        } catch (InputException e) {
            throw RawJson.placed(new InputException(e.getMessage(), 0, 0), json.text(), messages, -1);
        }
    }
}
