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
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Characters that differ between systems while the text looks the same (L20): line ends, byte order marks, Unicode
/// forms, blanks before line ends.
public final class Drift implements AdviceRule {

    private static final Pattern RETURNS = Pattern.compile("\r\n?");
    private static final Pattern BLANKS = Pattern.compile("[ \t]+(?=\n)");
    private static final Pattern MARKS = Pattern.compile("\uFEFF");
    /// What comes later in a text is not looked at: this runs with each edit.
    private static final int LONGEST = 200_000;

    @Override
    public List<Candidate> find(Subject subject) {
        var found = new ArrayList<Candidate>();
        for (Block block : subject.prompt().blocks()) {
            if (block.role().isMessage() && block.form() != Form.ITEM && block.content().length() <= LONGEST) {
                look(block, found);
            }
        }
        return found;
    }

    private static void look(Block block, List<Candidate> found) {
        String text = block.text();
        Matcher returns = RETURNS.matcher(text);
        if (returns.find()) {
            found.add(candidate("line-ends", Severity.WARNING, block, returns, RETURNS, "\n"));
        }
        Matcher marks = MARKS.matcher(text);
        if (marks.find()) {
            found.add(candidate("byte-order-mark", Severity.WARNING, block, marks, MARKS, ""));
        }
        if (!isAscii(text) && !Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && Normalizer.isNormalized(text, Normalizer.Form.NFD)) {
            found.add(new Candidate(Rule.L20, Severity.WARNING, Confidence.POSSIBLE, Spot.of(block),
                    Telling.of("unicode-form", block.name()), Worth.SAFE, List.of(Fix.of("normalise",
                            now -> now.with(block.id(), old -> old
                                    .withText(Normalizer.normalize(old.text(), Normalizer.Form.NFC)))))));
        }
        Matcher blanks = BLANKS.matcher(text);
        if (blanks.find()) {
            found.add(candidate("blanks", Severity.INFO, block, blanks, BLANKS, ""));
        }
    }

    /// Such a text has one form; the tables of the others are not loaded for it.
    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static Candidate candidate(String key, Severity severity, Block block, Matcher first, Pattern pattern,
            String instead) {
        return new Candidate(Rule.L20, severity, Confidence.POSSIBLE, Spot.of(block, first.start(), first.end()),
                Telling.of(key, block.name()), Worth.SAFE, List.of(Fix.of("normalise",
                        now -> now.with(block.id(), old -> old
                                .withText(pattern.matcher(old.text()).replaceAll(instead))))));
    }
}
