package dev.cachewright.cache;

import java.util.OptionalInt;

/// OpenAI's rules for gpt-4o to gpt-5.4 and the o-series: the longest common prefix from 1,024 tokens on, reported in
/// steps of 128.
///
/// Source: OpenAI's prompt caching guide of 2024 and the later cookbook; the guide of 2026-10 calls the true grid model
/// dependent, so the figure is an upper bound there.
final class OpenAiClassicRules extends PrefixRules {

    private static final int THRESHOLD = 1_024;
    private static final int STEP = 128;

    @Override
    public String name() {
        return "openai-classic";
    }

    @Override
    public int threshold() {
        return THRESHOLD;
    }

    @Override
    public int reusable(int shared, int size) {
        return shared < THRESHOLD ? 0 : shared / STEP * STEP;
    }

    @Override
    public OptionalInt nextStep(int shared) {
        return OptionalInt.of(shared < THRESHOLD ? THRESHOLD : (shared / STEP + 1) * STEP);
    }
}
