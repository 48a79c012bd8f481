package dev.cachewright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cache.state.Partition;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.token.request.FlatTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    /// Tokens that share `shared` with those of another `tail` and differ then.
    private static FlatTokens tokens(int shared, int size, int tail) {
        return FlatTokens.of(IntStream.range(0, size).map(i -> i < shared ? i : 1_000_000 * tail + i).toArray());
    }

    private static CacheRequest request(FlatTokens tokens, String key) {
        return new CacheRequest(Partition.of("m", key), tokens, RequestContent.plain());
    }

    private static long readAfter(String rules, FlatTokens first, FlatTokens second) {
        CacheRules engine = UsualRules.of(rules);
        CacheState state = engine.step(CacheState.empty(), request(first, ""), NOW).state();
        return engine.step(state, request(second, ""), NOW.plusSeconds(1)).outcome().split().cached();
    }

    @ParameterizedTest
    @CsvSource({"1023,0", "1024,1024", "1151,1024", "1152,1152", "4616,4608", "0,0"})
    void classicReadsStepsOf128From1024On(int shared, long cached) {
        assertThat(readAfter("openai-classic", tokens(shared, 5_000, 1), tokens(shared, 5_000, 2))).isEqualTo(cached);
    }

    @ParameterizedTest
    @CsvSource({"55,60,48,48", "55,60,47,32", "55,60,3,0", "48,48,48,32", "49,49,49,48", "16,15,15,0", "24,24,24,16"})
    void blocksOfSixteenAreReadWholeAndNeverTheLastToken(int first, int second, int shared, long cached) {
        assertThat(readAfter("block-16", tokens(shared, first, 1), tokens(shared, second, 2))).isEqualTo(cached);
    }

    @ParameterizedTest
    @CsvSource({"2782,2782,2782,2781", "2782,2790,1356,1356", "2782,1808,1806,1806"})
    void longestPrefixReadsAllButTheLastToken(int first, int second, int shared, long cached) {
        assertThat(readAfter("longest-prefix", tokens(shared, first, 1), tokens(shared, second, 2))).isEqualTo(cached);
    }

    @Test
    void entriesEndAfterTheirLifetimeAndLiveOnWhenRead() {
        CacheRules rules = CacheRules.of(new CacheTerms(RuleSet.Named.OPENAI_CLASSIC, 1_024, List.of(),
                List.of("in_memory")));
        FlatTokens tokens = tokens(2_000, 2_000, 1);
        CacheState state = rules.step(CacheState.empty(), request(tokens, ""), NOW).state();

        CacheStep read = rules.step(state, request(tokens, ""), NOW.plus(Duration.ofMinutes(9)));
        CacheStep again = rules.step(read.state(), request(tokens, ""), NOW.plus(Duration.ofMinutes(18)));
        CacheStep late = rules.step(state, request(tokens, ""), NOW.plus(Duration.ofMinutes(11)));

        assertThat(again.outcome().split().cached()).isEqualTo(1_920);
        assertThat(late.outcome().split().cached()).isZero();
        assertThat(late.outcome().reason()).isEqualTo(MissReason.EXPIRED);
    }

    @Test
    void anotherKeyIsAnotherCache() {
        CacheRules rules = UsualRules.of("longest-prefix");
        FlatTokens tokens = tokens(100, 100, 1);
        CacheState state = rules.step(CacheState.empty(), request(tokens, "a"), NOW).state();

        Outcome outcome = rules.step(state, request(tokens, "b"), NOW).outcome();

        assertThat(outcome.split().cached()).isZero();
        assertThat(outcome.reason()).isEqualTo(MissReason.KEY_CHANGED);
        assertThat(outcome.word()).isEqualTo("prompt_cache_key_changed");
    }
}
