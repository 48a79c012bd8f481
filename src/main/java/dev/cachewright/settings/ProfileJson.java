package dev.cachewright.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.Extras;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Timeouts;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/// A profile as it stands in the preferences. It never holds a key.
final class ProfileJson {

    /// Of versions that sent `OPENAI_API_KEY` to servers which the user had added.
    private static final String SENDS_KEY = "sendsKey";

    private ProfileJson() {
    }

    /// Empty where the node is no profile.
    static Optional<Profile> read(JsonNode node) {
        String name = node.path("name").asText();
        String baseUrl = node.path("baseUrl").asText();
        Profile.Kind kind = kind(node.path("kind").asText());
        if (name.isBlank() || baseUrl.isBlank() || kind == Profile.Kind.SIMULATOR) {
            return Optional.empty();
        }
        return Optional.of(new Profile(name, kind, baseUrl, RuleSet.of(node.path("rules").asText("")),
                node.path("exposedTo").asText(""), extras(node.path("extras"))));
    }

    /// Whether it is of a version that sent the server a key which is not sent any more.
    static boolean hadKey(JsonNode node) {
        return node.path(SENDS_KEY).asBoolean();
    }

    private static Profile.Kind kind(String word) {
        return Arrays.stream(Profile.Kind.values()).filter(kind -> word(kind).equals(word)).findFirst()
                .orElse(Profile.Kind.COMPATIBLE);
    }

    private static String word(Profile.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Extras extras(JsonNode node) {
        var headers = new LinkedHashMap<String, String>();
        node.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        Timeouts usual = Timeouts.usual();
        return new Extras(node.path("organization").asText(""), node.path("project").asText(""), headers,
                node.path("body").asText(""), node.path("proxy").asText(""),
                new Timeouts(seconds(node, "connectSeconds", usual.connect()),
                        seconds(node, "silenceSeconds", usual.silence()),
                        seconds(node, "wholeSeconds", usual.whole())));
    }

    private static Duration seconds(JsonNode node, String field, Duration usual) {
        return Duration.ofSeconds(node.path(field).asLong(usual.toSeconds()));
    }

    /// Writes the profile over what the file held of it; what is as usual is not written.
    static void write(Profile profile, ObjectNode node) {
        node.put("name", profile.name()).put("baseUrl", profile.baseUrl());
        node.remove(SENDS_KEY);
        put(node, "kind", profile.kind() == Profile.Kind.COMPATIBLE ? "" : word(profile.kind()));
        put(node, "exposedTo", profile.exposedTo());
        boolean isOtherVersion = profile.rules().isEmpty() && !node.path("rules").asText("").isEmpty()
                && RuleSet.of(node.path("rules").asText()).isEmpty();
        if (!isOtherVersion) {
            node.put("rules", profile.rules().map(RuleSet::word).orElse(""));
        }
        ObjectNode extras = node.get("extras") instanceof ObjectNode there ? there : node.putObject("extras");
        write(profile.extras(), extras);
        if (extras.isEmpty()) {
            node.remove("extras");
        }
    }

    private static void write(Extras extras, ObjectNode node) {
        put(node, "organization", extras.organization());
        put(node, "project", extras.project());
        put(node, "body", extras.body());
        put(node, "proxy", extras.proxy());
        node.remove("headers");
        if (!extras.headers().isEmpty()) {
            ObjectNode headers = node.putObject("headers");
            extras.headers().forEach(headers::put);
        }
        Timeouts usual = Timeouts.usual();
        put(node, "connectSeconds", extras.timeouts().connect(), usual.connect());
        put(node, "silenceSeconds", extras.timeouts().silence(), usual.silence());
        put(node, "wholeSeconds", extras.timeouts().whole(), usual.whole());
    }

    private static void put(ObjectNode node, String field, String text) {
        if (text.isEmpty()) {
            node.remove(field);
        } else {
            node.put(field, text);
        }
    }

    private static void put(ObjectNode node, String field, Duration time, Duration usual) {
        if (time.equals(usual)) {
            node.remove(field);
        } else {
            node.put(field, time.toSeconds());
        }
    }
}
