package dev.cachewright.provider.simulated.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.provider.simulated.answer.Answer;

/// An answer as Chat Completions writes it.
final class ChatForm {

    private final Answer answer;

    ChatForm(Answer answer) {
        this.answer = answer;
    }

    ObjectNode completion() {
        ObjectNode root = head("chat.completion");
        ObjectNode choice = root.putArray("choices").addObject();
        choice.put("index", 0);
        ObjectNode message = choice.putObject("message");
        message.put("role", "assistant").put("content", answer.text()).putNull("refusal").putArray("annotations");
        choice.putNull("logprobs").put("finish_reason", finishReason());
        root.set("usage", Usages.chat(answer));
        return foot(root);
    }

    /// The first chunk, which names the role.
    ObjectNode opening() {
        ObjectNode delta = JsonNodeFactory.instance.objectNode();
        return chunk(delta.put("role", "assistant").put("content", "").putNull("refusal"), null);
    }

    ObjectNode delta(String text) {
        return chunk(JsonNodeFactory.instance.objectNode().put("content", text), null);
    }

    ObjectNode closing() {
        return chunk(JsonNodeFactory.instance.objectNode(), finishReason());
    }

    boolean includesUsage() {
        return answer.request().path("stream_options").path("include_usage").asBoolean(false);
    }

    /// The chunk after the last, with the usage and no choice.
    ObjectNode usage() {
        ObjectNode root = foot(head("chat.completion.chunk"));
        root.putArray("choices");
        root.set("usage", Usages.chat(answer));
        return root;
    }

    private ObjectNode chunk(ObjectNode delta, String finishReason) {
        ObjectNode root = foot(head("chat.completion.chunk"));
        ObjectNode choice = root.putArray("choices").addObject();
        choice.put("index", 0).set("delta", delta);
        choice.putNull("logprobs").put("finish_reason", finishReason);
        return includesUsage() ? root.putNull("usage") : root;
    }

    private ObjectNode head(String object) {
        return JsonNodeFactory.instance.objectNode().put("id", "chatcmpl-" + answer.head().id()).put("object", object)
                .put("created", answer.head().created()).put("model", answer.head().model());
    }

    private static ObjectNode foot(ObjectNode root) {
        return root.put("service_tier", "default").put("system_fingerprint", "fp_simulated");
    }

    private String finishReason() {
        return answer.isCut() ? "length" : "stop";
    }
}
