package dev.cachewright.cache;

import dev.cachewright.cache.state.Lifetime;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.CacheSettings;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// OpenAI's rules for gpt-5.5: prefixes end every 2,048 tokens, counted from the beginning of a system message of
/// OpenAI's own that no request shows; its tokens are subtracted from what is reported, which is rounded down to 128.
///
/// How long that message is, is not published: the catalogue carries an uncertain figure. Nor is the least that is
/// reused; the 1,024 tokens of earlier models are assumed. Source: OpenAI's prompt
/// caching guide (2026-10).
final class OpenAiGridRules extends PrefixRules {

    private static final int GRID = 2_048;

    private final CacheTerms terms;

    OpenAiGridRules(CacheTerms terms) {
        super(Vendor.OPENAI);
        this.terms = terms;
    }

    @Override
    public RuleSet set() {
        return RuleSet.Named.OPENAI_GRID;
    }

    /// The first point of the grid that can be reused.
    @Override
    public int threshold() {
        return Math.ceilDiv(terms.minimum() + terms.hidden(), GRID) * GRID - terms.hidden();
    }

    @Override
    public int reusable(int shared, int size) {
        int matched = (shared + terms.hidden()) / GRID * GRID;
        return matched - terms.hidden() < terms.minimum() ? 0 : reported(matched, terms.hidden());
    }

    /// What is reported where the grid point `matched` is the last one that agrees.
    static int reported(int matched, int hidden) {
        return Math.max(0, matched - hidden) / OpenAiClassicRules.STEP * OpenAiClassicRules.STEP;
    }

    @Override
    public OptionalInt nextStep(int shared) {
        int now = reusable(shared, shared);
        int first = Math.max(shared + 1, threshold());
        // Two points of the grid are enough: the first may lie within the hidden message.
        return IntStream.rangeClosed(first, first + 2 * GRID).filter(more -> reusable(more, more) > now).findFirst();
    }

    @Override
    public OptionalInt callsAMinute() {
        return OptionalInt.of(OpenAiClassicRules.CALLS_A_MINUTE);
    }

    @Override
    Lifetime lifetime(CacheSettings wishes) {
        return Lifetime.EXTENDED;
    }
}
