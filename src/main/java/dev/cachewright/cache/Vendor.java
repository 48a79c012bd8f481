package dev.cachewright.cache;

import dev.cachewright.cache.state.Partitions;
import dev.cachewright.cache.state.Section;
import dev.cachewright.cache.state.Setting;
import dev.cachewright.prompt.Role;
import java.util.EnumMap;
import java.util.Map;

/// Which settings belong to the prefix, from where on, and the vendor's name for a change.
///
/// Sources: OpenAI's guides to prompt caching and to its diagnostics (2026-10), Anthropic's invalidation table and
/// cache diagnostics (2026-09). Settings of thinking and effort touch tools and system on some of Anthropic's models;
/// which, is not published: they are assumed to touch only the messages.
enum Vendor {

    OPENAI(Map.of(Setting.MODEL, "model_changed", Setting.KEY, "prompt_cache_key_changed", Setting.SERVICE_TIER,
            "service_tier_changed", Setting.PARALLEL_TOOL_CALLS, "tools_changed", Setting.TEXT_FORMAT,
            "text_format_changed", Setting.REASONING_EFFORT, "reasoning_effort_changed", Setting.VERBOSITY,
            "verbosity_changed", Setting.CONTEXT_MANAGEMENT, "context_compacted"), Map.of()),
    ANTHROPIC(Map.of(Setting.MODEL, "model_changed", Setting.WEB_SEARCH, "system_changed", Setting.WEB_FETCH,
            "system_changed", Setting.CITATIONS, "system_changed", Setting.SPEED, "system_changed", Setting.TOOL_CHOICE,
            "messages_changed",
            Setting.IMAGES, "messages_changed", Setting.THINKING, "messages_changed", Setting.EFFORT,
            "messages_changed"),
            Map.of(Setting.WEB_SEARCH, Section.SYSTEM, Setting.WEB_FETCH, Section.SYSTEM, Setting.CITATIONS,
                    Section.SYSTEM, Setting.SPEED,
                    Section.SYSTEM, Setting.TOOL_CHOICE, Section.MESSAGES, Setting.IMAGES, Section.MESSAGES,
                    Setting.THINKING, Section.MESSAGES, Setting.EFFORT, Section.MESSAGES)),
    /// Self-hosted servers: the model, and vLLM's salt, which takes the place of a key.
    LOCAL(Map.of(Setting.MODEL, "model_changed", Setting.KEY, "prompt_cache_key_changed"), Map.of());

    private final Map<Setting, String> words;
    private final Map<Setting, Section> from;

    Vendor(Map<Setting, String> words, Map<Setting, Section> later) {
        this.words = words;
        this.from = new EnumMap<>(Setting.class);
        words.keySet().forEach(setting -> from.put(setting, later.getOrDefault(setting, Section.TOOLS)));
    }

    Partitions partitions(Map<String, String> sent) {
        return Partitions.of(from, sent);
    }

    /// The vendor's word for the change of a setting.
    String word(Setting setting) {
        return words.getOrDefault(setting, "");
    }

    /// The vendor's word for a change in the text of a message of this role, or in tools or schema.
    String word(Role role) {
        return switch (role) {
            case TOOLS -> "tools_changed";
            case SCHEMA -> this == ANTHROPIC ? "system_changed" : "text_format_changed";
            case SYSTEM, DEVELOPER -> this == ANTHROPIC ? "system_changed" : "input_changed";
            case USER, ASSISTANT, TOOL -> this == ANTHROPIC ? "messages_changed" : "input_changed";
        };
    }
}
