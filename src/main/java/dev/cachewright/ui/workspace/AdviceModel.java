package dev.cachewright.ui.workspace;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Advisor;
import dev.cachewright.advice.Expectation;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Subject;
import dev.cachewright.advice.layout.Arranger;
import dev.cachewright.advice.layout.Layout;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.format.advice.AdviceRules;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The advice on the current prompt, computed in the background after each analysis, and what all of it brings together.
public final class AdviceModel {

    private final PromptModel prompt;
    private final AnalysisModel analysis;
    private final Analyst analyst;
    private final Latest work;
    private final Latest planning;
    private final ReadOnlyObjectWrapper<Given> given = new ReadOnlyObjectWrapper<>(Given.NONE);
    private Optional<AnalysisInput> asked = Optional.empty();
    private Runnable onUrgent = () -> {
        // Nobody looks.
    };
    private int opened;
    private boolean isNew;

    AdviceModel(PromptModel prompt, AnalysisModel analysis, Analyst analyst, Background background) {
        this.prompt = prompt;
        this.analysis = analysis;
        this.analyst = analyst;
        this.work = new Latest(background);
        this.planning = new Latest(background);
        analysis.analysisProperty().subscribe(this::advise);
    }

    /// The advice on one state of the prompt.
    ///
    /// @param prompt what it was given on
    /// @param now the forecast of the prompt as it is; empty while there is none
    /// @param plan all of it together; empty while it is computed, and where nothing is gained
    /// @param layout the best order of blocks and breakpoints; empty while it is searched, and where nothing is gained
    public record Given(Prompt prompt, Optional<Expectation> now, List<Advice> advice, Optional<Advisor.Plan> plan,
            Optional<Layout> layout) {

        static final Given NONE = new Given(Draft.NOTHING.prompt(), Optional.empty(), List.of(),
                Optional.empty(), Optional.empty());

        public Given {
            advice = List.copyOf(advice);
        }
    }

    private void advise(Optional<Analysis> now) {
        if (opened != prompt.openingsProperty().get()) {
            // Figures of another document must not stay.
            opened = prompt.openingsProperty().get();
            isNew = true;
            asked = Optional.empty();
            given.set(Given.NONE);
        }
        Optional<AnalysisInput> input = now.isEmpty() ? Optional.empty() : analysis.input();
        if (input.isEmpty()) {
            work.cancel();
            planning.cancel();
            asked = Optional.empty();
            given.set(Given.NONE);
        } else if (asked.filter(before -> isSame(before, input.get())).isEmpty()) {
            asked = input;
            planning.cancel();
            Optional<PromptFile> source = prompt.getDocument().map(PromptDocument::source);
            work.submit(() -> advised(source, input.get(), now.orElseThrow()), done -> show(source, done));
        }
    }

    /// Whether advice on one is advice on the other: it does not depend on what the cache holds at the moment.
    private static boolean isSame(AnalysisInput before, AnalysisInput now) {
        return before.prompt() == now.prompt() && before.values() == now.values() && before.row() == now.row()
                && before.rules().equals(now.rules()) && before.cadence().equals(now.cadence())
                && before.compared().equals(now.compared());
    }

    /// Without the rules that the file leaves out; with all where that cannot be read.
    private Advisor advisor(Optional<PromptFile> source) {
        var advisor = new Advisor(analyst, AdviceRules.all());
        try {
            return advisor.ignoring(source.map(PromptFile::ignoredRules).orElse(List.of()));
        } catch (InputException _) {
            return advisor;
        }
    }

    /// The advice on a prompt, and the forecast of the prompt as it is.
    private record Advised(Subject subject, List<Advice> advice, Optional<Expectation> now) {

        Given with(Optional<Advisor.Plan> plan, Optional<Layout> layout) {
            return new Given(subject.prompt(), now, advice, plan, layout);
        }
    }

    private Advised advised(Optional<PromptFile> source, AnalysisInput input, Analysis analysed) {
        var subject = new Subject(analyst, input, analysed);
        return new Advised(subject, advisor(source).advise(subject),
                Optional.of(subject.now()).filter(found -> found.calls() > 0));
    }

    private void show(Optional<PromptFile> source, Advised done) {
        // The figures for all of it stay until there are new ones, so that they do not flicker.
        Given before = given.get();
        given.set(done.with(done.advice().isEmpty() ? Optional.empty() : before.plan(), before.layout()));
        hurry(done.advice());
        planning.submit(() -> planned(source, done), given::set);
    }

    private Given planned(Optional<PromptFile> source, Advised done) {
        Optional<Advisor.Plan> plan = done.advice().isEmpty() ? Optional.empty()
                : Optional.of(advisor(source).plan(done.subject())).filter(found -> !found.taken().isEmpty());
        return done.with(plan, Arranger.best(done.subject()).filter(found -> found.gain().isGain()));
    }

    /// Sets what brings advice to the front: once for each request that is opened with a fault in it.
    public void onUrgent(Runnable listener) {
        onUrgent = listener;
    }

    private void hurry(List<Advice> advice) {
        boolean isAssumed = analysis.getAnalysis().filter(Analysis::isAssumed).isPresent();
        if (isNew && isAssumed && advice.stream().anyMatch(found -> found.severity() == Severity.ERROR)) {
            onUrgent.run();
        }
        isNew = false;
    }

    /// Makes the edit of an advice; nothing where the prompt has changed since it was given.
    public void apply(Advice advice) {
        if (isCurrent()) {
            advice.fix().ifPresent(fix -> prompt.edit(fix.apply(prompt.getPrompt())));
        }
    }

    /// Makes all edits of the plan, as one.
    public void applyAll() {
        given.get().plan().filter(plan -> isCurrent()).ifPresent(plan -> prompt.edit(plan.result()));
    }

    /// Arranges the blocks for the cache, as one edit.
    public void arrange() {
        given.get().layout().filter(layout -> isCurrent()).ifPresent(layout -> prompt.edit(layout.prompt()));
    }

    private boolean isCurrent() {
        return given.get().prompt().equals(prompt.getPrompt());
    }

    /// Whether advice, or what it brings together, is still computed.
    public boolean isBusy() {
        return work.isBusy() || planning.isBusy();
    }

    public ReadOnlyObjectProperty<Given> givenProperty() {
        return given.getReadOnlyProperty();
    }

    public Given getGiven() {
        return given.get();
    }
}
