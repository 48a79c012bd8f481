package dev.cachewright.gate;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.Advisor;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Spot;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.format.file.Budget;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.FileBytes;
import dev.cachewright.store.FileProblem;
import dev.cachewright.store.FileVersion;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.words.AdviceWords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Checks files. Safe for several threads.
public final class Check {

    private final Supplier<Analyst> analyst;
    private final List<AdviceRule> rules;
    private final Wishes wishes;
    private final Instant at;

    /// @param analyst is asked for when the first file is read: what it needs is read meanwhile
    /// @param at when the first call of a forecast is sent, which decides its prices
    public Check(Supplier<Analyst> analyst, List<AdviceRule> rules, Wishes wishes, Instant at) {
        this.analyst = analyst;
        this.rules = List.copyOf(rules);
        this.wishes = wishes;
        this.at = at;
    }

    /// What the caller asks for, beside what the files say.
    ///
    /// @param budget stands for that of the files where it asks for something
    /// @param ignored rules whose advice is not wanted
    /// @param model that stands for the one that the files name
    /// @param values that stand for those that the files name
    /// @param isOutsideAllowed whether files outside a prompt's folder may be used
    public record Wishes(Budget budget, Set<String> ignored, Optional<String> model, Optional<Path> values,
            boolean isOutsideAllowed) {

        public Wishes {
            ignored = Set.copyOf(ignored);
        }

        public static Wishes none() {
            return new Wishes(Budget.none(), Set.of(), Optional.empty(), Optional.empty(), false);
        }
    }

    /// Checks a file as it is on disk.
    ///
    /// @throws FileProblem where it, or a file beside it, cannot be used
    /// @throws dev.cachewright.store.OutsideFolder where it names files outside its folder
    public CheckedFile of(Path file) {
        Version now = version(file, FileBytes.onDisk());
        return new CheckedFile(file, now.measured().figures(), now.findings(), Optional.empty());
    }

    /// Checks a file, and compares it with what it was.
    ///
    /// @throws FileProblem where the file as it is on disk, or one beside it, cannot be used
    public CheckedFile of(Path file, FileVersion baseline) {
        Version now = version(file, FileBytes.onDisk());
        return new CheckedFile(file, now.measured().figures(), now.findings(),
                Optional.of(change(now, file, baseline)));
    }

    private Change change(Version now, Path file, FileVersion baseline) {
        Optional<String> nothing = baseline.whyNothing(file);
        if (nothing.isPresent()) {
            return Change.unknown(nothing.get());
        }
        try {
            Version before = version(file, baseline.files());
            return Comparison.of(before, now, baseline.name());
        } catch (FileProblem e) {
            return Change.unknown("It cannot be compared: in " + baseline.name() + ", " + e.oneLine());
        }
    }

    /// A prompt as it was in one version of its files.
    record Version(Measured measured, List<Finding> findings) {

        Version {
            findings = List.copyOf(findings);
        }
    }

    private Version version(Path file, FileBytes files) {
        var documents = new PromptDocuments(files);
        PromptDocument document = documents.open(file, wishes.isOutsideAllowed());
        Values values = wishes.values().map(new PromptDocuments()::readValues).orElse(document.values());
        Prompt prompt = wishes.model().map(name -> document.opened().withSettings(document.opened().settings()
                .withModel(name))).orElse(document.opened());
        try {
            if (prompt.blocks().isEmpty()) {
                throw new InputException("The prompt is empty: write a text into it", 0, 0);
            }
            Measured measured = Measured.of(analyst.get(), AnalysisInput.of(prompt, values, at));
            boolean isBody = document.path().isEmpty() && documents.readBody(file).isPresent();
            return new Version(measured, findings(document, measured, new Places(file, document, isBody)));
        } catch (InputException e) {
            throw new FileProblem(file, Places.placed(e, file, document));
        }
    }

    private List<Finding> findings(PromptDocument document, Measured measured, Places places) {
        var found = new ArrayList<>(new Budgets(wishes.budget().or(document.source().budget()), measured.figures(),
                rule -> switch (rule) {
                    case Budgets.STATIC_PREFIX -> places.of(measured.subject().prefixEnd());
                    case Budgets.HIT_RATE -> places.ofBudget("hitRate");
                    default -> places.ofBudget("costPerCall");
                }).missed());
        Set<String> ignored = new HashSet<>(wishes.ignored());
        ignored.addAll(document.source().ignoredRules());
        new Advisor(analyst.get(), rules).ignoring(ignored).advise(measured.subject()).stream()
                .map(advice -> finding(advice, places))
                .forEach(found::add);
        found.sort(Comparator.comparing((Finding each) -> each.region().line()).thenComparing(each -> each.region()
                .column()).thenComparing(each -> each.rule().id()));
        return found;
    }

    private static Finding finding(Advice advice, Places places) {
        Rule rule = advice.rule();
        Spot spot = advice.spot();
        return new Finding(new Finding.Ruling(rule.id(), AdviceWords.rule(rule), advice.source()), advice.severity(),
                AdviceWords.title(advice) + ": " + AdviceWords.why(advice), places.of(spot), spot.blockId() + '\n'
                        + spot.field() + '\n' + spot.text());
    }
}
