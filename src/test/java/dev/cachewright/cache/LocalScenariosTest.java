package dev.cachewright.cache;

import static dev.cachewright.cache.Talk.talk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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
