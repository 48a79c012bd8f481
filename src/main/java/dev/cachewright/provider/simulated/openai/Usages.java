package dev.cachewright.provider.simulated.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.provider.simulated.answer.Answer;

/// Usage objects as OpenAI writes them: the input includes what was cached and written.
///
/// What the cache did is left out where its rules are not simulated: not reported is not zero.
final class Usages {

    private Usages() {
    }

    static ObjectNode chat(Answer answer) {
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        int input = answer.input().tokens();
        usage.put("prompt_tokens", input).put("completion_tokens", answer.outputTokens()).put("total_tokens",
                input + answer.outputTokens());
        putSplit(usage.putObject("prompt_tokens_details"), answer).put("audio_tokens", 0);
        usage.putObject("completion_tokens_details").put("reasoning_tokens", 0).put("audio_tokens", 0)
                .put("accepted_prediction_tokens", 0).put("rejected_prediction_tokens", 0);
        return usage;
    }

    static ObjectNode responses(Answer answer) {
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        int input = answer.input().tokens();
        usage.put("input_tokens", input);
        putSplit(usage.putObject("input_tokens_details"), answer);
        usage.put("output_tokens", answer.outputTokens());
        usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
        return usage.put("total_tokens", input + answer.outputTokens());
    }

    private static ObjectNode putSplit(ObjectNode details, Answer answer) {
        answer.input().split().ifPresent(split -> details.put("cached_tokens", split.cached())
                .put("cache_write_tokens", split.written()));
        return details;
    }
}
