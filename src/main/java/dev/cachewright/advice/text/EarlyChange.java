package dev.cachewright.advice.text;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Candidate;
import dev.cachewright.advice.Candidate.Worth;
import dev.cachewright.advice.Confidence;
import dev.cachewright.advice.Fix;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.analysis.Comparison;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.VariableEdits.Stretch;
import dev.cachewright.prompt.changing.ChangingText;
import dev.cachewright.prompt.text.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Text that changes before text that does not (L01, L03): a clock on the first line, a customer before the policy.
///
/// Rows and a second request prove what changes; of one request it is told by its form.
public final class EarlyChange implements AdviceRule {

    /// A longer text that differs is another text, and not one that changes in a place.
    private static final int LONGEST = 200;

    @Override
    public List<Candidate> find(Subject subject) {
        List<Stretch> guesses = subject.volatileText();
        var found = new ArrayList<Candidate>();
        List<Block> blocks = subject.prompt().blocks();
        int last = blocks.size() - 1;
        for (int i = 0; i < last; i++) {
            Block block = blocks.get(i);
            if (!block.role().isMessage() || block.form() == Form.ITEM) {
                continue;
            }
            List<Stretch> looks = guesses.stream().filter(guess -> guess.blockId().equals(block.id())).toList();
            List<Stretch> known = changing(subject, block);
            if (!known.isEmpty() || block.isDeclaredDynamic()) {
                found.add(known(subject, block, known, looks));
            } else if (!looks.isEmpty()) {
                found.add(guessed(subject, block, looks));
            }
        }
        return found;
    }

    /// What is known to change in a block: variables, and what differs from a second request.
    private static List<Stretch> changing(Subject subject, Block block) {
        Stream<Stretch> differing = subject.analysis().comparison().map(Comparison::changes).orElse(List.of()).stream()
                .filter(change -> change.blockId().equals(block.id()) && change.start() < change.end()
                        && change.end() - change.start() <= LONGEST)
                .map(change -> new Stretch(change.blockId(), change.start(), change.end()));
        Stream<Stretch> tags = block.effectiveKind() == Kind.STATIC
                ? Stream.empty()
                : block.template().tags().stream().filter(tag -> tag.type() == Tag.Type.VALUE)
                        .map(tag -> new Stretch(block.id(), tag.start(), tag.end()));
        return Stream.concat(differing, tags).sorted(Comparator.comparingInt(Stretch::start)).toList();
    }

    /// Where caches need breakpoints, what is static after an edit is also ended with one: to move alone brings nothing.
    private static List<Fix> fixes(Subject subject, Block block, List<Stretch> changing) {
        var movements = new Movements(subject.prompt(), block, changing);
        boolean needsMark = subject.analysis().destination().rules().filter(CacheRules::hasBreakpoints).isPresent();
        return needsMark ? movements.allAndMarked() : movements.all();
    }

    private static Candidate known(Subject subject, Block block, List<Stretch> changing, List<Stretch> looks) {
        boolean isProven = subject.hasRows() || subject.analysis().comparison().isPresent();
        List<Stretch> all = Stream.concat(changing.stream(), looks.stream())
                .sorted(Comparator.comparingInt(Stretch::start)).distinct().toList();
        List<Fix> fixes = fixes(subject, block, all);
        Spot spot = changing.isEmpty() ? Spot.of(block) : Spot.of(block, changing.getFirst());
        String first = changing.isEmpty() ? block.name() : spot.text();
        boolean isTime = changing.stream().anyMatch(stretch -> isVolatile(block, stretch)) || !looks.isEmpty();
        return new Candidate(isTime ? Rule.L01 : Rule.L03, Severity.ERROR,
                isProven ? Confidence.PROVEN : Confidence.LIKELY, spot,
                Named.of(block, changing, looks).telling(isTime ? "changing-first" : "dynamic-first", first,
                        Math.max(1, all.size())),
                Worth.GAIN, fixes);
    }

    /// Whether a variable is one of those that no two calls share, by its name.
    private static boolean isVolatile(Block block, Stretch tag) {
        String name = block.content().substring(tag.start(), tag.end());
        return VolatileNames.matches(name);
    }

    private static Candidate guessed(Subject subject, Block block, List<Stretch> looks) {
        Spot spot = Spot.of(block, looks.getFirst());
        List<Fix> fixes = fixes(subject, block, looks);
        boolean isOfThisCall = looks.stream().anyMatch(look -> ChangingText.isOfThisCall(
                block.content().toString(), look.start(), look.end()));
        return new Candidate(Rule.L01, isOfThisCall ? Severity.ERROR : Severity.WARNING,
                isOfThisCall ? Confidence.LIKELY : Confidence.POSSIBLE, spot,
                Named.of(block, looks, List.of()).telling("volatile-first", spot.text(), looks.size()),
                Worth.GAIN,
                fixes, subject.hasRows() ? subject.pieces(looks) : List.of());
    }
}
