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
import dev.cachewright.analysis.CallForecast;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.request.CacheSettingsCheck;
import dev.cachewright.cache.request.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Calls that come when the prefix is kept no longer (L22), or before the first one that stores it is answered (L23).
public final class Pace implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        Optional<Outlook> outlook = subject.analysis().outlook().filter(_ -> subject.hasRows());
        if (outlook.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Candidate>();
        long expired = count(outlook.get(), MissReason.EXPIRED);
        long early = count(outlook.get(), MissReason.TOO_EARLY);
        if (expired > 0) {
            found.add(new Candidate(Rule.L22, Severity.WARNING, Confidence.PROVEN, Spot.setting("cache.ttl", ""),
                    Telling.of("expires", expired, subject.analysis().rows()),
                    Worth.GAIN, longer(subject)));
        }
        if (early > 0) {
            found.add(new Candidate(Rule.L23, Severity.WARNING, Confidence.PROVEN, Spot.request(),
                    Telling.of("parallel", early, outlook.get().cadence().parallel()),
                    Worth.ALWAYS, List.of()));
        }
        return found;
    }

    private static long count(Outlook outlook, MissReason reason) {
        return outlook.series().calls().stream().map(CallForecast::reason).filter(why -> why == reason).count();
    }

    /// Longer lifetimes that the model takes.
    private static List<Fix> longer(Subject subject) {
        CacheSettingsCheck check = subject.analysis().sent().cache();
        var fixes = new ArrayList<Fix>();
        if (check.takes(Refusal.Field.TTL)) {
            check.ttls().stream().skip(1).forEach(ttl -> fixes.add(Fix.ofCache("set-ttl", ttl,
                    old -> old.withTtl(ttl))));
        }
        if (check.takes(Refusal.Field.RETENTION)) {
            check.retentions().forEach(kept -> fixes.add(Fix.ofCache("set-retention", kept,
                    old -> old.withRetention(kept))));
        }
        return fixes;
    }
}
