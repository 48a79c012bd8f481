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
import dev.cachewright.cache.request.CacheSettingsCheck;
import dev.cachewright.cache.request.Refusal;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Cache settings that a model or its server rejects: a mode (L08), a lifetime or retention (L14), a key (L13), automatic
/// caching beside breakpoints (L12).
public final class RefusedSetting implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        return subject.analysis().sent().cache().refusals().stream().map(refusal -> candidate(subject, refusal))
                .toList();
    }

    private static Candidate candidate(Subject subject, Refusal refusal) {
        return new Candidate(Rule.of(refusal), refusal.isHint() ? Severity.WARNING : Severity.ERROR, Confidence.PROVEN,
                Spot.setting(fieldOf(refusal), refusal.value()), Telling.of(refusal), Worth.ALWAYS,
                fixes(subject, refusal));
    }

    private static String fieldOf(Refusal refusal) {
        return switch (refusal.reason().field()) {
            case KEY -> "cache.key";
            case TTL -> "cache.ttl";
            case RETENTION -> "cache.retention";
            case MODE -> "cache.mode";
            case BREAKPOINT, OTHER -> "cache";
        };
    }

    private static List<Fix> fixes(Subject subject, Refusal refusal) {
        var fixes = new ArrayList<Fix>();
        UnaryOperator<CacheSettings> without = without(refusal);
        if (refusal.reason() == Refusal.Reason.KEY_TOO_LONG) {
            String key = subject.prompt().settings().cache().key();
            String shorter = key.substring(0, key.offsetByCodePoints(0, CacheSettingsCheck.LONGEST_KEY));
            fixes.add(new Fix("set-key", shorter, now -> with(now, old -> old.withKey(shorter))));
            return fixes;
        }
        refusal.allowed().stream().flatMap(word -> Api.of(word).stream()).forEach(api -> fixes
                .add(new Fix("use-api", api.word(), now -> now.withSettings(now.settings().withApi(api)))));
        if (refusal.reason() == Refusal.Reason.RETENTION_UNKNOWN && !refusal.allowed().isEmpty()) {
            String known = refusal.allowed().getLast();
            fixes.add(new Fix("set-retention", known, now -> with(now,
                    old -> new CacheSettings(old.mode(), old.ttl(), old.key(), known))));
        }
        if (refusal.reason() == Refusal.Reason.AUTOMATIC_UNKNOWN
                || refusal.reason() == Refusal.Reason.AUTOMATIC_NOT_READ) {
            fixes.add(new Fix("drop-field", refusal.value(), now -> withoutExtra(now, refusal.value())));
            return fixes;
        }
        fixes.add(new Fix("drop-field", fieldOf(refusal), now -> with(now, without)));
        return fixes;
    }

    private static Prompt withoutExtra(Prompt prompt, String field) {
        return prompt.withSettings(prompt.settings()
                .withExtra(Attributes.without(prompt.settings().extra(), field)));
    }

    private static UnaryOperator<CacheSettings> without(Refusal refusal) {
        return switch (refusal.reason().field()) {
            case KEY -> old -> old.withKey("");
            case TTL -> old -> new CacheSettings(old.mode(), "", old.key(), old.retention());
            case RETENTION -> old -> new CacheSettings(old.mode(), old.ttl(), old.key(), "");
            case MODE, BREAKPOINT, OTHER -> old -> new CacheSettings("", old.ttl(), old.key(), old.retention());
        };
    }

    static Prompt with(Prompt prompt, UnaryOperator<CacheSettings> change) {
        return prompt.withSettings(prompt.settings().withCache(change.apply(prompt.settings().cache())));
    }
}
