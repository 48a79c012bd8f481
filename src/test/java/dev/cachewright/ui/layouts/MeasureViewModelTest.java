package dev.cachewright.ui.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.experiment.Finding;
import dev.cachewright.experiment.Measure;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Profile;
import dev.cachewright.session.Failure;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.workspace.RunModel;
import dev.cachewright.words.CompareWords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasureViewModelTest {

    private final LayoutsFixture layouts = new LayoutsFixture();

    private static MeasureViewModel opened(LayoutsViewModel model) {
        model.measure().openProperty().set(true);
        return model.measure();
    }

    /// Of three calls in a round, those of the second layout read nothing, and those for control.
    private static CallEvent usage(int index) {
        int arm = (index % 3 + index / 3) % 3;
        return new CallEvent.Completed("stop", WorkspaceFixture.usage(1_842, arm == 0 && index > 2 ? 1_536 : 0));
    }

    @Test
    void whatItIsLikelyToCostIsSaidBeforeAndOnWhichProfile() {
        MeasureViewModel measure = opened(layouts.mended());

        MeasureEstimate atSimulator = measure.estimateProperty().get().orElseThrow();
        assertThat(atSimulator.calls()).isEqualTo("33 calls to Simulator");
        assertThat(atSimulator.costWords())
                .startsWith("Nothing: the simulator is free. At the prices of gpt-5.4: ≈ $0");
        assertThat(atSimulator.charge()).isEmpty();
        assertThat(atSimulator.go()).isEqualTo("Measure with 33 calls");
        assertThat(measure.choices().pauseMillis.get()).isZero();

        layouts.fixture.workspace().preferences().change(now -> now.withProfileInUse("OpenAI"));
        measure.choices().rounds.set(4);
        MeasureEstimate atOpenAi = measure.estimateProperty().get().orElseThrow();
        assertThat(atOpenAi.calls()).isEqualTo("15 calls to OpenAI");
        assertThat(atOpenAi.charge()).isEqualTo("These calls are billed to your account at OpenAI.");
        assertThat(atOpenAi.go()).startsWith("Measure with 15 calls for about $0.0");
        assertThat(measure.choices().pauseMillis.get()).isEqualTo(3_000);
        assertThat(layouts.sent).isEmpty();
    }

    @Test
    void differencesAreFoundForEachPairAndMeasure() {
        layouts.answer = MeasureViewModelTest::usage;
        MeasureViewModel measure = opened(layouts.mended());
        measure.choices().rounds.set(5);
        measure.start();

        Measurement found = measure.measuredProperty().get().orElseThrow();
        assertThat(layouts.sent).hasSize(18);
        Finding cost = found.findings(Measure.COST).getFirst();
        assertThat(cost.other()).isEqualTo("Variant 1");
        assertThat(CompareWords.found(cost, "control")).isEqualTo("support-agent.prompt (open) takes less");
        assertThat(found.known(cost)).isEqualTo(5);
        assertThat(found.findings(Measure.COST)).hasSize(3);
        Finding time = found.findings(Measure.FIRST_TOKEN).getFirst();
        assertThat(CompareWords.found(time, "control")).startsWith("no difference found; about ");
        assertThat(found.notes()).startsWith("5 rounds of 3 calls to Simulator. The round before, in which nothing is "
                + "warm, is left out. Each layout begins with digits of its own; the control is the first layout with "
                + "other digits in each call, which no cache can help.");
        assertThat(measure.getProblem()).isEmpty();
        assertThat(measure.progressProperty().get()).isEmpty();
    }

    @Test
    void noOtherCallIsMadeMeanwhile() {
        MeasureViewModel measure = opened(layouts.mended());
        RunModel runs = layouts.fixture.workspace().runs();
        var seen = new HashSet<Boolean>();
        layouts.answer = index -> {
            seen.add(runs.measuringProperty().get());
            runs.send();
            return usage(index);
        };
        measure.choices().rounds.set(2);
        measure.start();

        assertThat(seen).containsExactly(true);
        assertThat(layouts.sent).hasSize(9);
        assertThat(layouts.fixture.workspace().session().getSession().calls()).isEmpty();
        assertThat(runs.measuringProperty().get()).isFalse();
    }

    @Test
    void itsCallsAreKeptInASessionOfTheirOwn() {
        MeasureViewModel measure = opened(layouts.mended());
        measure.choices().rounds.set(2);
        String shown = layouts.fixture.workspace().session().getSession().id();
        measure.start();

        SessionSummary kept = layouts.fixture.store().list().getFirst();
        assertThat(kept.name()).isEqualTo("Layouts measured: support-agent.prompt (open), Variant 1");
        assertThat(kept.totals().calls()).isEqualTo(9);
        assertThat(kept.id()).isNotEqualTo(shown);
        assertThat(layouts.fixture.workspace().session().getSession().calls()).isEmpty();
    }

    @Test
    void stoppingKeepsWhatWasMeasuredByThen() {
        LayoutsViewModel model = layouts.mended();
        MeasureViewModel measure = opened(model);
        Deque<String> seen = new ArrayDeque<>();
        layouts.answer = index -> {
            measure.progressProperty().get().ifPresent(now -> seen.add(now.words()));
            if (index == 10) {
                measure.stop();
            }
            return usage(index);
        };
        measure.start();

        assertThat(seen).startsWith("Warming the caches: 0 of 3 calls.").contains("0 of 10 rounds are measured, and "
                + "1 of 3 calls of the next.", "2 of 10 rounds are measured, and 1 of 3 calls of the next.");
        Measurement found = measure.measuredProperty().get().orElseThrow();
        assertThat(layouts.sent).hasSize(11);
        assertThat(found.outcome().rounds()).isEqualTo(3);
        assertThat(found.notes()).contains("Stopped after 11 of 33 calls.");
        assertThat(measure.getProblem()).isEmpty();
    }

    @Test
    void aFailureIsToldInTheWordsOfTheServer() {
        layouts.answer = index -> index == 4
                ? new CallEvent.Failed(new Failure.Worded(429, "You exceeded your current quota.", ""))
                : usage(index);
        MeasureViewModel measure = opened(layouts.mended());
        measure.start();

        assertThat(measure.getProblem()).isEqualTo("You exceeded your current quota.");
        assertThat(layouts.sent).hasSize(5);
        assertThat(measure.measuredProperty().get().orElseThrow().findings(Measure.COST))
                .allMatch(each -> each.difference().isEmpty());
    }

    @Test
    void theCostHasALimit() {
        layouts.answer = MeasureViewModelTest::usage;
        MeasureViewModel measure = opened(layouts.mended());
        measure.choices().spending.set(0.02);
        measure.start();

        assertThat(layouts.sent).hasSizeLessThan(33);
        assertThat(measure.measuredProperty().get().orElseThrow().notes())
                .anyMatch(note -> note.contains("the next could pass the limit of $0.0200"));
    }

    @Test
    void whatIsInTheWayIsSaid() {
        LayoutsViewModel model = layouts.mended();
        MeasureViewModel measure = opened(model);
        assertThat(measure.getObstacle()).isEmpty();

        layouts.variants.addFile(file("other.prompt", "gpt-4o"));
        assertThat(measure.getObstacle()).isEqualTo("Layouts are measured at one model, and these name several: "
                + "gpt-5.4, gpt-4o. Give all of them the same model.");
        assertThat(measure.estimateProperty().get()).isEmpty();
        measure.start();
        assertThat(layouts.sent).isEmpty();
    }

    @Test
    void aLimitNeedsAPrice() {
        LayoutsViewModel model = layouts.open(SamplePrompt.prompt("mistral-nobody"), SamplePrompt.values()).model();
        model.keep();
        MeasureViewModel measure = opened(model);
        assertThat(measure.getObstacle())
                .startsWith("support-agent.prompt (open) cannot be sent. Nothing was sent: the "
                        + "simulator answers as models of OpenAI and Anthropic.");

        layouts.fixture.workspace().preferences().change(now -> now.withProfile(Profile.compatible(
                "http://127.0.0.1:9/v1", Optional.empty())));
        measure.choices().spending.set(1.0);
        assertThat(measure.getObstacle()).startsWith("No price is known for mistral-nobody");
    }

    private static PromptDocument file(String name, String model) {
        return PromptDocument.untitled(name, PromptFile.empty(), SamplePrompt.prompt(model), Values.none());
    }

    @Test
    void figuresOfOlderLayoutsAreSaidToBeThat() {
        LayoutsViewModel model = layouts.mended();
        MeasureViewModel measure = opened(model);
        measure.choices().rounds.set(2);
        measure.start();
        assertThat(measure.getOutdated()).isEmpty();

        layouts.edit(layouts.prompt().with("policy", block -> block.withText("Be brief.")));
        assertThat(measure.getOutdated()).isEqualTo("Layouts have changed since this was measured.");

        layouts.fixture.workspace().prompt().undo();
        assertThat(measure.getOutdated()).isEmpty();
    }

    @Test
    void closingEndsTheCallsAndShowsNothing() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        var late = new LayoutsFixture(new Background(waiting::add, Runnable::run));
        LayoutsViewModel model = late.mended();
        run(waiting);
        MeasureViewModel measure = opened(model);
        run(waiting);
        measure.start();
        assertThat(measure.progressProperty().get().map(MeasureProgress::words))
                .contains("Warming the caches: 0 of 3 calls.");

        model.close();
        run(waiting);

        assertThat(late.sent).isEmpty();
        assertThat(measure.measuredProperty().get()).isEmpty();
    }

    private static void run(Deque<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void fewRowsAreSaid() {
        Values three = new Values("v", SamplePrompt.values().columns(), SamplePrompt.values().rows().subList(0, 3));
        LayoutsViewModel model = layouts.open(SamplePrompt.prompt(), three).model();
        model.keep();
        layouts.edit(LayoutsFixture.contextFirst(SamplePrompt.prompt()));
        MeasureViewModel measure = opened(model);
        measure.choices().rounds.set(3);
        measure.start();

        List<String> notes = measure.measuredProperty().get().orElseThrow().notes();
        assertThat(notes)
                .contains("There are 3 rows for 4 rounds: a row that comes again may be read beyond the static "
                        + "prefix. Load more values to avoid that.");
    }
}
