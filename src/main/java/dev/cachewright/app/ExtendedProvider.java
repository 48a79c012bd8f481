package dev.cachewright.app;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Extras;
import dev.cachewright.provider.ModelCall;
import dev.cachewright.provider.Provider;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Adds to each call what its profile has beyond the usual: fields of the body, and times.
final class ExtendedProvider implements Provider {

    private final Provider provider;
    private final Extras extras;

    ExtendedProvider(Provider provider, Extras extras) {
        this.provider = provider;
        this.extras = extras;
    }

    @Override
    public void send(ModelCall call, Cancellation cancellation, Consumer<CallEvent> events) {
        provider.send(new ModelCall(call.api(), extended(call.body()), call.isStreamed(),
                extras.timeouts().over(call.limits())), cancellation, events);
    }

    /// The body with the fields that it does not have by itself, after its own, which stay as they are to the byte.
    private String extended(String body) {
        if (extras.body().isBlank()) {
            return body;
        }
        SequencedMap<String, String> added = RawJson.fields(extras.body());
        RawJson.fields(body).keySet().forEach(added::remove);
        if (added.isEmpty()) {
            return body;
        }
        String fields = RawJson.object(added).strip();
        int end = body.lastIndexOf('}');
        boolean isEmpty = body.substring(body.indexOf('{') + 1, end).isBlank();
        return body.substring(0, end) + (isEmpty ? "" : ", ") + fields.substring(1, fields.length() - 1) + "}";
    }

    @Override
    public void warmUp() {
        provider.warmUp();
    }

    @Override
    public void close() {
        provider.close();
    }

    @Override
    public String toString() {
        return provider.toString();
    }
}
