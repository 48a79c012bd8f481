package dev.cachewright.provider.count;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.Preset;
import dev.cachewright.provider.Presets;
import dev.cachewright.provider.Profile;
import java.util.List;
import java.util.Optional;

/// Which ways of counting a server may have.
public final class CountWays {

    private CountWays() {
    }

    /// The ways to try, the likeliest first; empty where the server is known to have none for this API.
    static List<CountWay> of(Profile profile, Api api) {
        return switch (kind(profile)) {
            case SIMULATOR -> List.of(api == Api.MESSAGES ? CountWay.COUNT_TOKENS : CountWay.INPUT_TOKENS);
            case OPENAI, AZURE -> api == Api.MESSAGES ? List.of() : List.of(CountWay.INPUT_TOKENS);
            case ANTHROPIC -> api == Api.MESSAGES ? List.of(CountWay.COUNT_TOKENS) : List.of();
            case COMPATIBLE -> isHosted(profile) ? List.of() : ofOther(profile, api);
        };
    }

    private static List<CountWay> ofOther(Profile profile, Api api) {
        return switch (api) {
            case MESSAGES -> List.of(CountWay.COUNT_TOKENS);
            case RESPONSES -> List.of(CountWay.INPUT_TOKENS);
            case CHAT -> profile.rules().filter(RuleSet.Blocks.class::isInstance).isPresent()
                    ? List.of(CountWay.VLLM, CountWay.LLAMA_CPP)
                    : List.of(CountWay.LLAMA_CPP, CountWay.VLLM);
        };
    }

    /// Whether a server is one of those that cut prompts for others, and its cache goes by these tokens: with such rules
    /// a forecast needs them.
    public static boolean tokenises(Profile profile, Api api, Optional<CacheRules> rules) {
        boolean goesByTokens = rules.map(CacheRules::set).filter(
                set -> set == RuleSet.Named.LONGEST_PREFIX || set instanceof RuleSet.Blocks).isPresent();
        return goesByTokens && api == Api.CHAT && profile.kind() == Profile.Kind.COMPATIBLE && !isHosted(profile);
    }

    /// A server that was added by its address may be a vendor's own.
    private static Profile.Kind kind(Profile profile) {
        return profile.kind() == Profile.Kind.COMPATIBLE
                ? hosted(profile).map(Preset::kind).orElse(Profile.Kind.COMPATIBLE)
                : profile.kind();
    }

    private static boolean isHosted(Profile profile) {
        return hosted(profile).isPresent();
    }

    private static Optional<Preset> hosted(Profile profile) {
        return Presets.of(profile.baseUrl()).filter(preset -> !preset.variable().isEmpty());
    }
}
