package dev.cachewright.cache;

import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.cache.state.Partition;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.request.FlatTokens;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Calls of 20,000 tokens: a hundred prompts of 18,000 that share their first 8,000 in tens, each call with a question of
/// its own behind them.
final class Calls {

    static final int COUNT = 10_000;
    static final int TOKENS = 20_000;

    private static final int PROMPTS = 100;
    private static final int SHARED = 8_000;
    private static final int PROMPT = 18_000;
    private static final int VOCABULARY = 200_000;

    private final int[][] prompts = new int[PROMPTS][];

    Calls() {
        for (int i = 0; i < PROMPTS; i++) {
            int[] prompt = random(i, PROMPT);
            System.arraycopy(i % 10 == 0 ? prompt : prompts[i / 10 * 10], 0, prompt, 0, SHARED);
            prompts[i] = prompt;
        }
    }

    /// Tokens that differ from those of every other call, whatever they are.
    static int distinct(int calls) {
        int prompts = Math.min(calls, PROMPTS);
        return (prompts + 9) / 10 * SHARED + prompts * (PROMPT - SHARED) + calls * (TOKENS - PROMPT);
    }

    int[] tokens(int call) {
        int[] tokens = new int[TOKENS];
        System.arraycopy(prompts[call % PROMPTS], 0, tokens, 0, PROMPT);
        System.arraycopy(random(PROMPTS + call, TOKENS - PROMPT), 0, tokens, PROMPT, TOKENS - PROMPT);
        return tokens;
    }

    static CacheRequest request(int[] tokens) {
        var content = new RequestContent(List.of(ContentEnd.of("rules", Role.SYSTEM, 0, SHARED).marked(),
                ContentEnd.of("prompt", Role.SYSTEM, 1, PROMPT).marked(),
                ContentEnd.of("question", Role.USER, 2, TOKENS - 3)), Set.of(), CacheSettings.none());
        return new CacheRequest(Partition.of("m", "k"), FlatTokens.of(tokens), content);
    }

    private static int[] random(long seed, int count) {
        var random = new Random(seed);
        return IntStream.range(0, count).map(i -> random.nextInt(VOCABULARY)).toArray();
    }
}
