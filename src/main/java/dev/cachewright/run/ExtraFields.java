package dev.cachewright.run;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Extras;
import java.util.LinkedHashMap;

/// The fields that each request to a server carries beside those of the prompt.
final class ExtraFields {

    private ExtraFields() {
    }

    /// The request with the fields of the profile that it does not have itself.
    static SentRequest of(SentRequest sent, Extras extras) {
        if (extras.body().isBlank()) {
            return sent;
        }
        Settings settings = sent.request().settings();
        var fields = new LinkedHashMap<>(settings.extra());
        RawJson.fields(extras.body()).forEach(fields::putIfAbsent);
        return sent.withSettings(settings.withExtra(fields));
    }
}
