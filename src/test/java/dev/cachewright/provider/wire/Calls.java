package dev.cachewright.provider.wire;

import dev.cachewright.prompt.Api;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Reply;
import dev.cachewright.provider.anthropic.MessagesDialect;
import dev.cachewright.provider.openai.OpenAiDialect;
import dev.cachewright.session.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Sends calls and keeps what happened.
public final class Calls {

    private Calls() {
    }

    public static Heard send(Provider provider, Api api, String body, boolean isStreamed) {
        List<CallEvent> events = new ArrayList<>();
        provider.send(new ModelCall(api, body, isStreamed), new Cancellation(), events::add);
        return new Heard(events);
    }

    /// One call to a server of this base URL.
    public static Heard send(String baseUrl, Api api, boolean isStreamed) {
        try (var provider = provider(baseUrl)) {
            return send(provider, api, "{\"model\": \"m\"}", isStreamed);
        }
    }

    public static Provider provider(String baseUrl) {
        return openAi(baseUrl);
    }

    /// OpenAI's API at an address, without a key.
    public static Provider openAi(String baseUrl) {
        var slot = new Route.KeySlot(Route.Header.BEARER, "OPENAI_API_KEY", false);
        return new HttpProvider(Route.direct(baseUrl, slot), () -> "", new OpenAiDialect());
    }

    /// OpenAI's API at an address that wants a key.
    public static Provider openAi(String baseUrl, String key) {
        var slot = new Route.KeySlot(Route.Header.BEARER, "OPENAI_API_KEY", true);
        return new HttpProvider(Route.direct(baseUrl, slot), () -> key, new OpenAiDialect());
    }

    /// Anthropic's API at an address that wants a key.
    public static Provider claude(String baseUrl, String key) {
        var slot = new Route.KeySlot(Route.Header.X_API_KEY, "ANTHROPIC_API_KEY", true);
        return new HttpProvider(Route.direct(baseUrl, slot), () -> key, new MessagesDialect());
    }

    /// What was heard of a call after it went out, and its reply apart.
    public record Heard(List<CallEvent> events, Reply reply) {

        public Heard(List<CallEvent> events) {
            this(events.stream().filter(event -> !(event instanceof CallEvent.Sent || event instanceof CallEvent.Began))
                    .map(event -> event instanceof CallEvent.Completed(String reason, String usage, Reply _)
                            ? new CallEvent.Completed(reason, usage)
                            : event)
                    .toList(),
                    events.getLast() instanceof CallEvent.Completed completed ? completed.reply() : Reply.none());
        }

        public String text() {
            return events.stream().filter(CallEvent.Delta.class::isInstance).map(CallEvent.Delta.class::cast).map(
                    CallEvent.Delta::text).collect(Collectors.joining());
        }

        public CallEvent end() {
            return events.getLast();
        }

        public CallEvent.Completed completed() {
            return (CallEvent.Completed) end();
        }

        public Failure.Known failure() {
            return (Failure.Known) ((CallEvent.Failed) end()).failure();
        }
    }
}
