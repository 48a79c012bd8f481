package dev.cachewright.words;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.RuleSet;

/// Cache rules in a few words, for lists to choose from.
public final class RuleWords {

    private RuleWords() {
    }

    /// The rules of a model: `steps of 128 tokens from 1,024 on`.
    public static String of(CacheTerms terms) {
        int threshold = CacheRules.of(terms).threshold();
        String words = of(terms.rules());
        boolean isFromStart = terms.rules() instanceof RuleSet.Blocks || terms.rules() == RuleSet.Named.NONE
                || terms.rules() == RuleSet.Named.UNPUBLISHED || threshold <= 1;
        return isFromStart ? words : Texts.format("rules.from", words, threshold);
    }

    /// A set of rules without the threshold, which differs by model: `steps of 128 tokens`.
    public static String of(RuleSet rules) {
        return switch (rules) {
            case RuleSet.Blocks blocks -> Texts.format("rules.block", blocks.tokens());
            case RuleSet.Named named -> Texts.get("rules." + named.word());
        };
    }
}
