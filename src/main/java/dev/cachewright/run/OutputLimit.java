package dev.cachewright.run;

import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// The longest answer of test calls whose prompt sets no limit: a small model may never stop by itself.
public final class OutputLimit {

    /// In tokens.
    public static final int USUAL = 1_024;

    /// OpenAI refuses a smaller `max_output_tokens`.
    private static final int LEAST_OF_RESPONSES = 16;
    private static final String CONFIG = "maxOutputTokens";
    private static final String OLD_CHAT = "max_tokens";
    private static final Set<String> FIELDS = Set.of(OLD_CHAT, "max_completion_tokens", "max_output_tokens");

    private OutputLimit() {
    }

    /// Whether the prompt sets a limit itself.
    public static boolean isSet(Settings settings) {
        return limits(settings).findAny().isPresent();
    }

    /// The values of all fields that set a limit.
    private static Stream<String> limits(Settings settings) {
        return Stream.concat(settings.config().entrySet().stream(), settings.extra().entrySet().stream())
                .filter(field -> isLimit(field.getKey()))
                .map(Map.Entry::getValue);
    }

    /// The tokens of the longest answer: those of the prompt, else `usual`.
    static long of(Settings settings, int usual) {
        return limits(settings).map(String::strip).filter(value -> value.matches("\\d{1,9}"))
                .mapToLong(Long::parseLong).max().orElse(usual);
    }

    /// The request with the shortest answer that its API allows, whatever limit it has. Where Claude is to think within a
    /// budget, which an answer has to exceed, the limit stays.
    static SentRequest shortest(SentRequest sent, Profile.Kind kind) {
        Settings settings = sent.request().settings();
        if (settings.extra().getOrDefault("thinking", "").contains("budget_tokens")) {
            return sent;
        }
        Settings free = settings.withConfig(without(settings.config())).withExtra(without(settings.extra()));
        return of(sent.withSettings(free), settings.api() == Api.RESPONSES ? LEAST_OF_RESPONSES : 1, kind);
    }

    private static SequencedMap<String, String> without(SequencedMap<String, String> fields) {
        var fewer = new LinkedHashMap<>(fields);
        fewer.keySet().removeIf(OutputLimit::isLimit);
        return fewer;
    }

    private static boolean isLimit(String field) {
        return field.equals(CONFIG) || FIELDS.contains(field);
    }

    /// The request with a limit, unless it has one.
    ///
    /// @param tokens of the longest answer
    public static SentRequest of(SentRequest sent, int tokens, Profile.Kind kind) {
        Settings settings = sent.request().settings();
        if (isSet(settings)) {
            return sent;
        }
        if (settings.api() == Api.CHAT && kind == Profile.Kind.COMPATIBLE) {
            // Some of these servers refuse the newer name.
            return sent.withSettings(settings.withExtra(with(settings.extra(), OLD_CHAT, tokens)));
        }
        return sent.withSettings(settings.withConfig(with(settings.config(), CONFIG, tokens)));
    }

    private static SequencedMap<String, String> with(SequencedMap<String, String> fields, String name, int value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, Integer.toString(value));
        return more;
    }
}
