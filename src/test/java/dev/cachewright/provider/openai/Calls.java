package dev.cachewright.provider.openai;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.session.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Sends calls and keeps what happened.
final class Calls {

    private Calls() {
    }

    static Heard send(OpenAiProvider provider, Api api, String body, boolean isStreamed) {
        List<CallEvent> events = new ArrayList<>();
        provider.send(new ModelCall(api, body, isStreamed), new Cancellation(), events::add);
        return new Heard(events);
    }

    /// One call to a server of this base URL.
    static Heard send(String baseUrl, Api api, boolean isStreamed) {
        try (var provider = provider(baseUrl)) {
            return send(provider, api, "{\"model\": \"m\"}", isStreamed);
        }
    }

    static OpenAiProvider provider(String baseUrl) {
        return new OpenAiProvider(baseUrl, () -> OpenAiProvider.NO_KEY);
    }

    /// What was heard of a call after it went out.
    record Heard(List<CallEvent> events) {

        Heard {
            events = events.stream().filter(event -> !(event instanceof CallEvent.Sent)).toList();
        }

        String text() {
            return events.stream().filter(CallEvent.Delta.class::isInstance).map(CallEvent.Delta.class::cast).map(
                    CallEvent.Delta::text).collect(Collectors.joining());
        }

        CallEvent end() {
            return events.getLast();
        }

        CallEvent.Completed completed() {
            return (CallEvent.Completed) end();
        }

        Failure.Known failure() {
            return (Failure.Known) ((CallEvent.Failed) end()).failure();
        }
    }
}
