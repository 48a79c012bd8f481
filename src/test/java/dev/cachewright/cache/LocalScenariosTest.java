package dev.cachewright.cache;

import static dev.cachewright.cache.Talk.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.part.Band;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What vLLM publishes and llama.cpp was measured at, beyond single figures.
class LocalScenariosTest {

    @Test
    void theSameTokensUnderAnotherSaltAreNotShared() {
        Cache vllm = Cache.of("block-16");
        vllm.send(talk().say(Role.USER, 64, "same"));

        assertThat(vllm.send(talk().with("prompt_cache_key", "salt").say(Role.USER, 64, "same")).split().cached())
                .isZero();
        assertThat(vllm.send(talk().say(Role.USER, 64, "same")).split().cached()).isEqualTo(48);
    }

    @Test
    void aDifferenceInTheFirstBlockLeavesNothingOfTheOthers() {
        Cache vllm = Cache.of("block-16");
        vllm.send(talk().say(Role.SYSTEM, 16, "one").say(Role.USER, 32, "same").rest(7));

        assertThat(vllm.send(talk().say(Role.SYSTEM, 16, "other").say(Role.USER, 32, "same").rest(12)).split().cached())
                .isZero();
    }

    @Test
    void identicalColdCallsAtOnceReadNothing() {
        Cache llama = Cache.of("longest-prefix");
        for (int slot = 0; slot < 3; slot++) {
            assertThat(llama.send(talk().say(Role.USER, 4_338, "same").answeredAfter(Duration.ofSeconds(2))).split()
                    .cached()).isZero();
        }
        assertThat(llama.after(Duration.ofSeconds(2)).send(talk().say(Role.USER, 4_338, "same")).split().cached())
                .isEqualTo(4_337);
    }

    /// Repeats of one prompt as providers' servers reported them in recordings of 2026, a prompt of each size: the size,
    /// and what was read of it.
    @ParameterizedTest
    @CsvSource({"deepseek, 900, 896", "deepseek, 5129, 5120", "deepseek, 372, 256", "deepseek, 270, 256",
            "deepseek, 250, 0", "xai, 199, 192", "xai, 4858, 4800", "xai, 899, 896", "xai, 160, 128", "xai, 120, 0",
            "groq, 1795, 1792", "mistral, 1783, 1760", "mistral, 137, 112", "mistral, 160, 128", "mistral, 148, 128",
            "mistral, 59, 32", "mistral, 38, 16", "mistral, 30, 0", "block-528, 5789, 5280", "block-528, 5810, 5808",
            "block-528, 1575, 1056", "longest-prefix, 664, 663"})
    void hostedServersReadARepeatAsRecorded(String rules, int size, int read) {
        Cache cache = Cache.of(rules);
        cache.send(talk().say(Role.USER, size, "same"));

        Outcome repeat = cache.send(talk().say(Role.USER, size, "same"));

        assertThat(repeat.split().cached()).isEqualTo(read);
        assertThat(repeat.reason()).isEqualTo(read == 0 ? MissReason.BELOW_THRESHOLD : MissReason.NONE);
    }

    @ParameterizedTest
    @CsvSource({"deepseek, 1d, 400", "xai, 1h, 400", "groq, 2h, 400", "mistral, 1h, 400", "gemini, 1h, 4000"})
    void hostedServersKeepWhatTheyStoreForAWhile(String rules, String kept, int size) {
        Cache cache = Cache.of(rules);
        Duration time = kept.endsWith("d") ? Duration.ofDays(1) : Duration.ofHours(kept.charAt(0) - '0');
        cache.send(talk().say(Role.USER, size, "same"));

        assertThat(cache.after(time.minusSeconds(1)).send(talk().say(Role.USER, size, "same")).split().cached())
                .isPositive();
        assertThat(cache.after(time).send(talk().say(Role.USER, size, "same")).reason()).isEqualTo(MissReason.EXPIRED);
    }

    /// A model of which nothing is published may read any part of what is the same.
    @Test
    void unpublishedRulesLeaveAllBelowThePrefixOpen() {
        CacheRules rules = UsualRules.of("unpublished");

        assertThat(rules.reusable(500, 900)).isEqualTo(500);
        assertThat(rules.uncertainty(500)).isEqualTo(new Band(500, 0));
    }

    @ParameterizedTest
    @CsvSource({"2048, 2048", "4096, 4096", "0, 2048"})
    void theThresholdOfGeminiIsThatOfTheModel(int minimum, int threshold) {
        CacheRules rules = CacheRules.of(new CacheTerms(RuleSet.Named.GEMINI, minimum, List.of(), List.of()));

        assertThat(rules.threshold()).isEqualTo(threshold);
        assertThat(rules.reusable(threshold - 1, 9_000)).isZero();
        assertThat(rules.reusable(threshold, 9_000)).isEqualTo(threshold);
    }

    @Test
    void settingsOfHostedModelsDoNotMatterHere() {
        Cache llama = Cache.of("longest-prefix");
        llama.send(talk().say(Role.USER, 100, "same"));

        assertThat(llama.send(talk().with("reasoning.effort", "high").with("service_tier", "flex")
                .say(Role.USER, 100, "same")).split().cached()).isEqualTo(99);
    }

    @Test
    void aServerThatCachesNothingHasNoThresholdToMiss() {
        Cache none = Cache.of("none");
        none.send(talk().say(Role.USER, 4_000, "same"));

        assertThat(none.send(talk().say(Role.USER, 4_000, "same")).reason()).isEqualTo(MissReason.NO_CACHING);
    }

    @Test
    void whatIsStoredStaysUntilItIsEvicted() {
        Cache llama = Cache.of("longest-prefix");
        llama.send(talk().say(Role.USER, 100, "same"));

        assertThat(llama.after(Duration.ofDays(30)).send(talk().say(Role.USER, 100, "same")).split().cached())
                .isEqualTo(99);
    }
}
