package dev.cachewright.format.log.form;

import dev.cachewright.format.log.part.AnswerText;
import dev.cachewright.format.log.part.Finding;
import dev.cachewright.format.log.part.FoundCall;
import dev.cachewright.format.log.part.LogFields;
import dev.cachewright.prompt.Api;
import java.util.Optional;

/// An answer on its own, as lists of stored completions and responses have it: usage without a request.
final class StoredAnswer {

    private StoredAnswer() {
    }

    static Optional<Finding> read(LogFields record) {
        boolean isChat = record.is("object", "chat.completion");
        boolean isResponse = record.is("object", "response");
        boolean isMessage = record.is("type", "message") && record.has("role");
        if (!record.has("usage") || !isChat && !isResponse && !isMessage) {
            return Optional.empty();
        }
        AnswerText answer = AnswerText.ofObject(record.json());
        Api api = isChat ? Api.CHAT : isResponse ? Api.RESPONSES : Api.MESSAGES;
        return Optional.of(new Finding.Call(new FoundCall("stored-answer").at(record.time("created", "created_at"))
                .api(Optional.of(api)).model(answer.model()).usage(answer.usage()).id(answer.id())));
    }
}
