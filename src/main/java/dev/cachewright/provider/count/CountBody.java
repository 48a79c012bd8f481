package dev.cachewright.provider.count;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What the endpoints are asked, made of the body of the call that is counted. What they refuse is left out; what they
/// count is not.
final class CountBody {

    private static final String MODEL = "model";
    private static final List<String> RESPONSES = List.of(MODEL, "input", "instructions", "tools", "tool_choice",
            "text",
            "reasoning", "truncation", "parallel_tool_calls", "conversation", "previous_response_id");
    private static final List<String> MESSAGES = List.of(MODEL, "messages", "system", "tools", "tool_choice",
            "thinking", "output_config", "output_format", "mcp_servers", "context_management");
    private static final List<String> CHAT = List.of(MODEL, "messages", "tools", "chat_template",
            "chat_template_kwargs", "add_generation_prompt", "continue_final_message", "mm_processor_kwargs");

    private CountBody() {
    }

    /// The first question.
    ///
    /// @param body of the call, in the form of the endpoint
    static Question of(CountWay way, String body) {
        return switch (way) {
            case INPUT_TOKENS -> Question.post("responses/input_tokens", only(RESPONSES, body));
            case COUNT_TOKENS -> Question.post("/v1/messages/count_tokens", only(MESSAGES, body)).toAnthropic();
            // The template reads more than the messages: tools, the choice among them, formats, its own arguments.
            case LLAMA_CPP -> Question.post("/apply-template", body);
            case VLLM -> Question.post("/tokenize", only(CHAT, body));
        };
    }

    /// The second question to llama.cpp. Its chats are cut in the same way: with the beginning that the model wants, and
    /// with the signs that the template writes.
    ///
    /// @param text what the template made of the chat
    static Question tokenize(String text) {
        return Question.post("/tokenize", "{\"content\": " + RawJson.quote(text)
                + ", \"add_special\": true, \"parse_special\": true}");
    }

    private static String only(List<String> names, String body) {
        SequencedMap<String, String> kept = new LinkedHashMap<>(RawJson.fields(body));
        kept.keySet().retainAll(names);
        return RawJson.object(kept);
    }
}
