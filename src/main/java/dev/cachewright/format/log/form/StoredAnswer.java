package dev.cachewright.format.log.form;

import dev.cachewright.format.log.part.AnswerText;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.format.log.part.RebuiltBody;
import dev.cachewright.prompt.Api;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An answer on its own, as lists of stored completions and responses have it. What was sent is asked for apart from it:
/// where that was put beside it, the request is put together, with the settings that a response repeats.
final class StoredAnswer {

    private static final String ITEMS = "input_items";
    private static final List<String> SETTINGS = List.of("instructions", "previous_response_id", "tools", "tool_choice",
            "parallel_tool_calls", "text", "response_format", "reasoning", "temperature", "max_output_tokens",
            "prompt_cache_key", "prompt_cache_retention");

    private StoredAnswer() {
    }

    static Optional<Finding> read(LogFields record) {
        LogFields stored = record.has(ITEMS, "response") ? record.object("response") : record;
        boolean isChat = stored.is("object", "chat.completion");
        boolean isResponse = stored.is("object", "response");
        boolean isMessage = stored.is("type", "message") && stored.has("role");
        if (!isChat && !isResponse && !isMessage) {
            return Optional.empty();
        }
        if (stored.is("status", "failed")) {
            return Passed.FAILED;
        }
        if (!stored.has("usage")) {
            return Optional.empty();
        }
        AnswerText answer = AnswerText.ofObject(stored.json());
        Api api = isChat ? Api.CHAT : isResponse ? Api.RESPONSES : Api.MESSAGES;
        var request = new RebuiltBody(answer.model());
        SETTINGS.forEach(name -> stored.json(name).ifPresent(value -> request.field(name, value)));
        sent(record).ifPresent(items -> request.input(isResponse ? "input" : "messages", items));
        return Optional.of(new Finding.Call(new FoundCall("stored-answer").at(stored.time("created", "created_at"))
                .api(Optional.of(api)).model(answer.model()).rebuilt(request.json()).usage(answer.usage())
                .id(answer.id())));
    }

    /// The list, or the page of a list, that was put beside the answer.
    private static Optional<String> sent(LogFields record) {
        return Stream.of(ITEMS, "input", "messages").flatMap(name -> record.json(name).stream()).findFirst()
                .map(items -> LogFields.of(items).json("data").orElse(items));
    }
}
