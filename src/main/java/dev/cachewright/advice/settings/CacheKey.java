package dev.cachewright.advice.settings;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Candidate.Worth;
import dev.cachewright.advice.Confidence;
import dev.cachewright.advice.Fix;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.advice.Telling;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.changing.ChangingSpan;
import dev.cachewright.prompt.changing.ChangingText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A `prompt_cache_key` that changes (L13), is missing, or serves more calls than one key can (L15).
public final class CacheKey implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        var found = new ArrayList<Candidate>();
        String key = subject.prompt().settings().cache().key();
        List<ChangingSpan> changing = changing(key);
        if (!changing.isEmpty()) {
            String kept = without(key, changing);
            found.add(new Candidate(Rule.L13, Severity.ERROR, Confidence.LIKELY, Spot.setting("cache.key", key),
                    Telling.of("changing-key", key), Worth.ALWAYS, List.of(Fix.ofCache("set-key", kept,
                            old -> old.withKey(kept)))));
        }
        Optional<Outlook> routed = subject.analysis().outlook().filter(CacheKey::isRouted);
        if (key.isEmpty() && routed.filter(known -> known.cacheable() > 0).isPresent()
                && subject.analysis().sent().cache().takes(Refusal.Field.KEY)) {
            String fresh = "prompt-" + StableName.of(subject.prompt(), subject.volatileText());
            found.add(new Candidate(Rule.L15, Severity.INFO, Confidence.POSSIBLE, Spot.setting("cache.key", ""),
                    Telling.of("no-key"), Worth.SAFE, List.of(Fix.ofCache("set-key", fresh,
                            old -> old.withKey(fresh)))));
        }
        routed.filter(Outlook::isTooFast).ifPresent(known -> found.add(tooFast(known)));
        return found;
    }

    /// Whether a key decides which machine a call reaches.
    private static boolean isRouted(Outlook outlook) {
        return outlook.rules().set() == RuleSet.Named.OPENAI_CLASSIC
                || outlook.rules().set() == RuleSet.Named.OPENAI_GRID;
    }

    private static Candidate tooFast(Outlook outlook) {
        int limit = outlook.rules().callsAMinute().orElseThrow();
        double pace = outlook.cadence().callsAMinute();
        Telling telling = Double.isInfinite(pace)
                ? Telling.of("too-fast-at-once", limit)
                : Telling.of("too-fast", limit, (int) Math.ceil(pace / limit));
        return new Candidate(Rule.L15, Severity.WARNING, Confidence.LIKELY, Spot.setting("cache.key", ""), telling,
                Worth.ALWAYS, List.of());
    }

    /// What changes in a key, whose parts are words of their own.
    private static List<ChangingSpan> changing(String key) {
        for (int start = 0; start < key.length(); start++) {
            boolean isPart = start == 0 || !Character.isLetterOrDigit(key.charAt(start - 1));
            List<ChangingSpan> found = isPart ? ChangingText.in(key.substring(start)) : List.of();
            if (!found.isEmpty()) {
                int before = start;
                return found.stream().map(span -> new ChangingSpan(span.start() + before, span.end() + before,
                        span.kind())).toList();
            }
        }
        return List.of();
    }

    private static String without(String key, List<ChangingSpan> changing) {
        var kept = new StringBuilder(key);
        changing.reversed().forEach(span -> kept.delete(span.start(), span.end()));
        return kept.toString().replaceAll("[-_:./ ]{2,}", "-").replaceAll("^[-_:./ ]+|[-_:./ ]+$", "");
    }
}
