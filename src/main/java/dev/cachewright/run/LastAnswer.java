package dev.cachewright.run;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Profile;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The answer that the next call of a run is compared with, where the vendor compares calls and says what differs.
/// Control calls differ on purpose, and are not compared with.
final class LastAnswer {

    private static final String COMPARED = "comparison_response_id";
    private static final String DIAGNOSTICS = "diagnostics";

    private String id;

    /// @param id of the answer that the first call is compared with; empty where there is none
    LastAnswer(String id) {
        this.id = id;
    }

    synchronized void answered(Call call) {
        if (call.target().isPlain() && call.measurement().result() instanceof CallResult.Answered answered
                && !answered.id().isEmpty()) {
            id = answered.id();
        }
    }

    /// The request, and with it the question what differs from the last one. What the prompt asks for itself stays.
    synchronized SentRequest asked(SentRequest sent, RunPlan plan) {
        Settings settings = sent.request().settings();
        if (plan.profile().kind() == Profile.Kind.COMPATIBLE) {
            return sent;
        }
        Optional<RuleSet> rules = plan.destination().cache().map(CacheTerms::rules);
        if (settings.api() == Api.RESPONSES && rules.equals(Optional.of(RuleSet.Named.OPENAI_BREAKPOINT))) {
            return id.isEmpty() ? sent : compared(sent);
        }
        return settings.api() == Api.MESSAGES && rules.equals(Optional.of(RuleSet.Named.ANTHROPIC))
                ? diagnosed(sent)
                : sent;
    }

    private SentRequest compared(SentRequest sent) {
        var extra = new LinkedHashMap<>(sent.request().settings().extra());
        String before = extra.getOrDefault(SentRequest.OPTIONS, "{}");
        if (!RawJson.isObject(before)) {
            return sent;
        }
        SequencedMap<String, String> options = RawJson.fields(before);
        options.putIfAbsent(COMPARED, RawJson.quote(id));
        extra.put(SentRequest.OPTIONS, RawJson.object(options));
        return sent.withSettings(sent.request().settings().withExtra(extra));
    }

    /// Asked with each call: only then is it kept to be compared with.
    private SentRequest diagnosed(SentRequest sent) {
        var extra = new LinkedHashMap<>(sent.request().settings().extra());
        extra.putIfAbsent(DIAGNOSTICS, "{\"previous_message_id\": " + (id.isEmpty() ? "null" : RawJson.quote(id))
                + "}");
        return sent.withSettings(sent.request().settings().withExtra(extra));
    }
}
