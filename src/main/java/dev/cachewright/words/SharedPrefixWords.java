package dev.cachewright.words;

import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Block;
import dev.cachewright.whatif.Answer;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the static prefix of an answer is short of, in words: where it ends, and where its threshold comes from.
public final class SharedPrefixWords {

    private SharedPrefixWords() {
    }

    /// What ends a prefix that is too short, where the request is long enough: `{{now}} in clock`; empty elsewhere.
    public static Optional<String> changing(Answer answer) {
        int threshold = answer.rules().threshold();
        return answer.prefix() >= threshold || answer.means().cold().input() < threshold
                ? Optional.empty()
                : answer.counted().end().map(SharedPrefixWords::changing);
    }

    private static String changing(Block block) {
        return block.template().variables().isEmpty()
                ? Texts.format("what-if.changing-text", block.name())
                : Texts.format("what-if.changing", ReachWords.changing(block), block.name());
    }

    /// Where the prefix ends in a sentence, and who says what to move; empty where it is long enough.
    static Optional<String> end(Answer answer) {
        return changing(answer).map(what -> Texts.format("what-if.prefix-ends", TokenWords.brief(
                answer.counted().estimate().isExact(), answer.prefix()), what));
    }

    /// That the only row is read again with its text that changes, which other rows would not be; empty where no call
    /// reads more than the prefix.
    static Optional<String> again(Answer answer) {
        return answer.counted().rows() > 1 || answer.means().warm().cached() <= answer.prefix()
                ? Optional.empty()
                : answer.counted().end().map(block -> Texts.format("what-if.only-row", changing(block)));
    }

    /// How the threshold comes about, with its source: where it is another than the least that the vendor names, or that
    /// is uncertain.
    public static Optional<String> threshold(Answer answer) {
        return answer.counted().destination().model().flatMap(SharedPrefixWords::threshold);
    }

    private static Optional<String> threshold(Model model) {
        String doubts = model.source().doubts().stream()
                .filter(doubt -> doubt.field().equals("minCacheable") || doubt.field().equals("hidden"))
                .map(doubt -> doubt.why()).collect(Collectors.joining("; "));
        Optional<String> made = made(model.cache());
        if (made.isEmpty() && doubts.isEmpty()) {
            return Optional.empty();
        }
        String head = made.orElseGet(() -> Texts.format("what-if.threshold", CacheRules.of(model.cache())
                .threshold()));
        return Optional.of(doubts.isEmpty() ? head : Texts.format("what-if.threshold-doubt", head, doubts));
    }

    /// The rule that makes it from the least.
    private static Optional<String> made(CacheTerms terms) {
        int threshold = CacheRules.of(terms).threshold();
        if (threshold == terms.minimum()) {
            return Optional.empty();
        }
        if (terms.rules() == RuleSet.Named.OPENAI_GRID) {
            return Optional.of(Texts.format("what-if.threshold-grid", threshold, terms.minimum(), terms.hidden(),
                    threshold + terms.hidden()));
        }
        return Optional.of(Texts.format("what-if.threshold-steps", threshold, terms.minimum(), RuleWords.of(
                terms.rules())));
    }
}
