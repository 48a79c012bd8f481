package dev.cachewright.cache;

import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.cache.state.Partitions;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.token.part.Band;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/// The rules of one kind of cache.
public sealed interface CacheRules permits PrefixRules, BreakpointRules {

    /// The rules of a model or server with these terms.
    static CacheRules of(CacheTerms terms) {
        return switch (terms.rules()) {
            case RuleSet.Blocks blocks -> new StepRules(blocks, Steps.of(blocks));
            case RuleSet.Named named -> switch (named) {
                case OPENAI_CLASSIC -> new OpenAiClassicRules(terms);
                case OPENAI_GRID -> new OpenAiGridRules(terms);
                case OPENAI_BREAKPOINT -> new OpenAiBreakpointRules(terms);
                case ANTHROPIC -> new AnthropicRules(terms);
                case DEEPSEEK -> new StepRules(named, Steps.DEEPSEEK);
                case GEMINI -> new StepRules(named, Steps.GEMINI.from(terms.minimum()));
                case GROQ -> new StepRules(named, Steps.GROQ);
                case MISTRAL -> new StepRules(named, Steps.MISTRAL);
                case UNPUBLISHED -> new StepRules(named, Steps.UNPUBLISHED);
                case XAI -> new StepRules(named, Steps.XAI);
                case LONGEST_PREFIX -> new LongestPrefixRules();
                case NONE -> new NoCacheRules();
            };
        };
    }

    /// Which set of rules these are.
    RuleSet set();

    /// The name, as in the catalogue and on the command line.
    default String name() {
        return set().word();
    }

    /// The fewest tokens that a prefix must have to be cached; 0 where there is no threshold.
    int threshold();

    /// How many of `shared` prefix tokens a request of `size` tokens reads from a warm cache, wherever breakpoints are.
    int reusable(int shared, int size);

    /// The next number of shared tokens above `shared` at which more is reused; empty where nothing ever is, or only
    /// breakpoints decide.
    OptionalInt nextStep(int shared);

    /// How far what is reported may lie from so many cached tokens, beside what is uncertain in the count.
    default Band uncertainty(int cached) {
        return Band.EXACT;
    }

    /// How long what such a request stores is kept after its last use; of several lifetimes the longest.
    Lifetime lifetimeOf(RequestContent content);

    /// What a warm call reads of the static prefix of `request`, and where prefixes of it can end.
    Reuse reuse(CacheRequest request);

    /// What of the settings a request must share with an earlier one to read from it.
    ///
    /// @param sent values by the path of their field, `model` and traits of the content among them
    Partitions partitions(Map<String, String> sent);

    /// Whether prefixes end at breakpoints, and nowhere else.
    default boolean hasBreakpoints() {
        return false;
    }

    /// How many calls a minute one key can take before some reach a machine that has not seen the prefix; empty where
    /// the vendor names no limit.
    default OptionalInt callsAMinute() {
        return OptionalInt.empty();
    }

    /// What `request` reads and writes, and the state of the cache afterwards.
    ///
    /// @param answersAfter how long after the request its answer begins, by what is read and written
    CacheStep step(CacheState state, CacheRequest request, Instant at, Function<InputSplit, Duration> answersAfter);

    /// What a request that knows when it is answered reads and writes, and the state of the cache afterwards.
    default CacheStep step(CacheState state, CacheRequest request, Instant at) {
        return step(state, request, at, split -> request.answersAfter());
    }
}
