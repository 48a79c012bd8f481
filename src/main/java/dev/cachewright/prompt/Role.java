package dev.cachewright.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What part of a request a block belongs to.
///
/// The order of the constants is the order in which a provider renders the parts: tools and the output schema
/// come before every message.
public enum Role {

    TOOLS, SCHEMA, SYSTEM, DEVELOPER, USER, ASSISTANT, TOOL;

    private static final Map<String, Role> BY_WORD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Role::word, role -> role));

    private final String word = name().toLowerCase(Locale.ROOT);

    /// The role written as `word`, as on the wire and in files; Dotprompt's `model` is the assistant.
    public static Optional<Role> of(String word) {
        if ("model".equals(word)) {
            return Optional.of(ASSISTANT);
        }
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /// The lower-case word of the role, as on the wire.
    public String word() {
        return word;
    }

    /// Whether blocks of this role are messages; tools and the schema are not.
    public boolean isMessage() {
        return this != TOOLS && this != SCHEMA;
    }

    /// Whether blocks of this role instruct the model before the conversation begins.
    public boolean isInstruction() {
        return this == SYSTEM || this == DEVELOPER;
    }
}
