package dev.cachewright.format.advice;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Candidate.Worth;
import dev.cachewright.advice.Confidence;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.advice.Telling;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a second request leaves out of the first: tools or instructions (L26), as titles and compactions do, or the
/// breakpoints of its cache mode (L11).
public final class SideRequest implements AdviceRule {

    @Override
    public List<Candidate> find(Subject subject) {
        if (subject.input().compared().isEmpty()) {
            return List.of();
        }
        Prompt other = subject.input().compared().get().asMade();
        var found = new ArrayList<Candidate>();
        Set<Role> mine = roles(subject.prompt());
        Set<Role> others = roles(other);
        dropped(mine, others).or(() -> dropped(others, mine)).ifPresent(role -> found.add(new Candidate(Rule.L26,
                Severity.WARNING, Confidence.PROVEN, Spot.request(), Telling.of("side-request", role.word()),
                Worth.ALWAYS, List.of())));
        CacheSettings cache = subject.prompt().settings().cache();
        boolean isSwitched = !word(cache).equals(word(other.settings().cache()))
                && subject.analysis().destination().rules()
                        .filter(rules -> rules.set() == RuleSet.Named.OPENAI_BREAKPOINT).isPresent();
        if (isSwitched) {
            found.add(new Candidate(Rule.L11, Severity.ERROR, Confidence.PROVEN,
                    Spot.setting("cache.mode", cache.mode()), Telling.of("mode-switched", word(cache),
                            word(other.settings().cache())),
                    Worth.ALWAYS, List.of()));
        }
        return found;
    }

    private static String word(CacheSettings cache) {
        return cache.mode().isEmpty() ? "implicit" : cache.mode();
    }

    private static Set<Role> roles(Prompt prompt) {
        return prompt.blocks().stream().map(block -> block.role() == Role.DEVELOPER ? Role.SYSTEM : block.role())
                .filter(role -> role == Role.TOOLS || role == Role.SYSTEM).collect(Collectors.toSet());
    }

    private static Optional<Role> dropped(Set<Role> all, Set<Role> fewer) {
        return all.stream().filter(role -> !fewer.contains(role)).sorted().findFirst();
    }
}
