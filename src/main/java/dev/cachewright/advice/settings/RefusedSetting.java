package dev.cachewright.advice.settings;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Fix;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
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
        return Candidate.of(refusal, Spot.setting(fieldOf(refusal), refusal.value()), fixes(subject, refusal));
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
        if (refusal.reason() == Refusal.Reason.KEY_TOO_LONG) {
            String key = subject.prompt().settings().cache().key();
            String shorter = key.substring(0, key.offsetByCodePoints(0, CacheSettingsCheck.LONGEST_KEY));
            fixes.add(Fix.ofCache("set-key", shorter, old -> old.withKey(shorter)));
            return fixes;
        }
        refusal.allowed().stream().flatMap(word -> Api.of(word).stream()).map(Fix::useApi).forEach(fixes::add);
        if (refusal.reason() == Refusal.Reason.RETENTION_UNKNOWN && !refusal.allowed().isEmpty()) {
            String known = refusal.allowed().getLast();
            fixes.add(Fix.ofCache("set-retention", known, old -> old.withRetention(known)));
        }
        if (refusal.reason() == Refusal.Reason.AUTOMATIC_UNKNOWN
                || refusal.reason() == Refusal.Reason.AUTOMATIC_NOT_READ) {
            fixes.add(new Fix("drop-field", refusal.value(), now -> withoutExtra(now, refusal.value())));
            return fixes;
        }
        fixes.add(Fix.ofCache("drop-field", fieldOf(refusal), without(refusal)));
        return fixes;
    }

    private static Prompt withoutExtra(Prompt prompt, String field) {
        return prompt.withSettings(prompt.settings()
                .withExtra(Attributes.without(prompt.settings().extra(), field)));
    }

    private static UnaryOperator<CacheSettings> without(Refusal refusal) {
        return switch (refusal.reason().field()) {
            case KEY -> old -> old.withKey("");
            case TTL -> old -> old.withTtl("");
            case RETENTION -> old -> old.withRetention("");
            case MODE, BREAKPOINT, OTHER -> old -> old.withMode("");
        };
    }
}
