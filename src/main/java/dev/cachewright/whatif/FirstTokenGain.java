package dev.cachewright.whatif;

/// How much sooner the first token of a call comes that reads from the cache: an estimate.
///
/// Source: 2,300 runs that OpenAI published with its guide (2026-10), 7 % at 1,024 tokens and 67 % from 150,000 on;
/// between them in proportion to the logarithm of the cached tokens. No vendor promises it.
final class FirstTokenGain {

    private static final double FEWEST = 1_024;
    private static final double MOST = 150_000;
    private static final double LEAST_GAIN = 0.07;
    private static final double GREATEST_GAIN = 0.67;

    private FirstTokenGain() {
    }

    /// @param cached tokens that are read
    /// @return a share of the time without a cache; 0 where less is read than was measured
    static double of(double cached) {
        if (cached < FEWEST) {
            return 0;
        }
        double way = Math.log(Math.min(cached, MOST) / FEWEST) / Math.log(MOST / FEWEST);
        return LEAST_GAIN + way * (GREATEST_GAIN - LEAST_GAIN);
    }
}
