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
import dev.cachewright.advice.Telling;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.text.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Variables without a value, and placeholders that were never filled in (L30); blocks that their author declares dynamic
/// and that no row changes.
public final class Unfilled implements AdviceRule {

    /// `{customer_name}`, `${CUSTOMER}` and, in a body, `{{customer}}`, in words of their own.
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<![\\w{$`\"'/])(?:\\$?\\{|\\$\\{|\\\\\\{\\{)"
            + "([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)}{1,2}(?![}`\"'/\\w])");
    private static final int LONGEST = 200_000;

    @Override
    public List<Candidate> find(Subject subject) {
        var found = new ArrayList<Candidate>();
        if (subject.hasRows()) {
            subject.analysis().variables().missing().forEach(name -> missing(subject, name, found));
            subject.prompt().blocks().stream().filter(Block::isDeclaredDynamic).forEach(block -> found.add(
                    new Candidate(Rule.L03, Severity.INFO, Confidence.PROVEN, Spot.of(block),
                            Telling.of("never-changes", block.name()), Worth.SAFE, List.of(Fix.of("declare-static",
                                    now -> now.with(block.id(), old -> old.withKind(Kind.STATIC)))))));
        }
        subject.prompt().blocks().stream().filter(block -> block.role().isInstruction()
                && block.form() != Form.ITEM && block.content().length() <= LONGEST)
                .forEach(block -> placeholder(block, found));
        return found;
    }

    private static void missing(Subject subject, String name, List<Candidate> found) {
        for (Block block : subject.prompt().blocks()) {
            for (Tag tag : block.role().isMessage() ? block.template().tags() : List.<Tag>of()) {
                if (tag.type() == Tag.Type.VALUE && tag.body().strip().equals(name)) {
                    found.add(new Candidate(Rule.L30, Severity.WARNING, Confidence.PROVEN,
                            Spot.of(block, tag.start(), tag.end()), Telling.of("no-value", "{{" + name + "}}",
                                    block.name()),
                            Worth.ALWAYS, List.of()));
                    return;
                }
            }
        }
    }

    private static void placeholder(Block block, List<Candidate> found) {
        Matcher place = PLACEHOLDER.matcher(block.text());
        if (place.find()) {
            found.add(new Candidate(Rule.L30, Severity.INFO, Confidence.POSSIBLE,
                    Spot.of(block, place.start(), place.end()), Telling.of("placeholder", place.group(), block.name()),
                    Worth.ALWAYS, List.of()));
        }
    }
}
