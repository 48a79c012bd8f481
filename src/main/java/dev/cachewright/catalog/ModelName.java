package dev.cachewright.catalog;

import static java.util.Map.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model's name as requests and logs write it, taken apart.
///
/// Only prefixes of vendors and of hosts that serve the vendors' own models are skipped: after any other prefix, a
/// known name may be somebody else's model.
///
/// @param vendor who makes the model, as the name says; empty where it does not
/// @param candidates what the catalogue may know it by, the name as written first
record ModelName(String vendor, List<String> candidates) {

    // Its rows are models of others, and keep the name of the server: groq/openai/gpt-oss-120b is groq/gpt-oss-120b.
    private static final String GROQ = "groq";
    // gpt-5.4-2026-03-05, claude-sonnet-4-5-20250929, claude-sonnet-4-5@20250929, gpt-4-0613, gpt-3.5-turbo-0125
    private static final Pattern DATE = Pattern
            .compile(
                    "(?:-20\\d{2}-(?:0[1-9]|1[0-2])-[0-3]\\d|[-@]20\\d{2}(?:0[1-9]|1[0-2])[0-3]\\d|(?<=^gpt-4|^gpt-3.5-turbo)-(?:0[1-9]|1[0-2])[0-3]\\d)$");
    // What requests, LiteLLM and OpenRouter write before a model, with the provider of its row.
    private static final Map<String, String> VENDORS = Map.ofEntries(entry("openai", "openai"),
            entry("anthropic", "anthropic"), entry("google", "google"), entry("gemini", "google"),
            entry("deepseek", "deepseek"), entry("x-ai", "xai"), entry("xai", "xai"), entry("mistralai", "mistral"),
            entry("mistral", "mistral"), entry("moonshotai", "moonshotai"), entry("moonshot", "moonshotai"),
            entry("z-ai", "zai"), entry("zai", "zai"), entry("minimax", "minimax"), entry("meta", "meta"),
            entry(GROQ, GROQ));
    private static final Pattern PREFIX = Pattern.compile(
            "(?:(?:azure|bedrock|vertex_ai|openrouter)/)*(?:(" + String.join("|", VENDORS.keySet()) + ")/)?(.+)");
    // us.anthropic.claude-sonnet-4-5-20250929-v1:0
    private static final Pattern BEDROCK = Pattern
            .compile("(?:(?:us|eu|apac|au|jp|ca|us-gov|global)\\.)?(openai|anthropic)\\.(.+?)(?:-v\\d+(?::\\d+)?)?");

    ModelName {
        candidates = List.copyOf(candidates);
    }

    static ModelName of(String id) {
        var names = new LinkedHashSet<String>(List.of(id));
        String vendor = "";
        String bare = id;
        Matcher prefix = PREFIX.matcher(bare);
        if (prefix.matches()) {
            vendor = prefix.group(1) == null ? "" : VENDORS.get(prefix.group(1));
            bare = prefix.group(2);
        }
        Matcher bedrock = BEDROCK.matcher(bare);
        if (vendor.isEmpty() && bedrock.matches()) {
            vendor = bedrock.group(1);
            bare = bedrock.group(2);
        }
        names.add(bare);
        names.add(DATE.matcher(bare).replaceFirst(""));
        if (vendor.equals(GROQ)) {
            names.add(GROQ + "/" + bare.substring(bare.indexOf('/') + 1));
        }
        if (bare.startsWith("claude-")) {
            // Gateways write claude-haiku-4.5.
            names.add(DATE.matcher(bare).replaceFirst("").replace('.', '-'));
        }
        return new ModelName(vendor, List.copyOf(names));
    }

    boolean isBy(String provider) {
        return vendor.isEmpty() || vendor.equals(provider);
    }
}
