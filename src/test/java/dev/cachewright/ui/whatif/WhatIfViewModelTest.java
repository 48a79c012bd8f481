package dev.cachewright.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Values;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.FanOut;
import dev.cachewright.whatif.Knob;
import dev.cachewright.whatif.Load;
import dev.cachewright.whatif.Question;
import dev.cachewright.whatif.WhatIf;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.WhatIfWords;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatIfViewModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();

    private WhatIfViewModel watched(Background background) {
        var model = new WhatIfViewModel(fixture.workspace(), background, Runnable::run);
        model.watchedProperty().set(true);
        return model;
    }

    private WhatIfViewModel watched() {
        return watched(fixture.background());
    }

    /// What the core says to the same question.
    private Answer answer(String lifetime, int pad, int output, Load load) {
        return new WhatIf(fixture.workspace().analyst(), fixture.workspace().prompt().getPrompt(),
                fixture.workspace().prompt().getValues(), fixture.workspace().now())
                .answer(new Question(fixture.workspace().prompt().getPrompt().settings().model(), lifetime, pad, output,
                        load))
                .orElseThrow();
    }

    private static String perDay(Answer answer) {
        return WhatIfWords.money(answer, answer.perDay());
    }

    @Test
    void nothingIsCountedWhileNobodyWatches() {
        var model = new WhatIfViewModel(fixture.workspace(), fixture.background(), Runnable::run);

        assertThat(model.getFigures().getPerDay().getValue()).isEqualTo("–");
        assertThat(model.shown().curve().curveProperty().get()).isEmpty();

        model.watchedProperty().set(true);

        assertThat(model.getFigures().getPerDay().getValue()).isEqualTo(perDay(answer("", 0, 300, Load.perMinute(1))));
    }

    @Test
    void eachFigureThatIsMovedIsThatOfTheCore() {
        fixture.open("a", SamplePrompt.prompt("claude-sonnet-4-6").with("policy", block -> block.withBreakpoint(true)),
                SamplePrompt.values());
        var model = watched();

        model.supposed().knob(Knob.PER_MINUTE).type("12");
        model.supposed().knob(Knob.KEYS).type("8");
        model.supposed().knob(Knob.TOGETHER).type("3");
        model.supposed().knob(Knob.OUTPUT).type("1,000");
        model.supposed().knob(Knob.PAD).type("64");
        model.supposed().evenProperty().set(true);
        model.supposed().lifetimeProperty().set("1h");

        Answer expected = answer("1h", 64, 1_000, new Load(12, 3, true, 8));
        assertThat(model.getFigures().getPerDay().getValue()).isEqualTo(perDay(expected));
        assertThat(model.getFigures().getHitRate().getValue()).isEqualTo(WhatIfWords.hitRate(expected));
        assertThat(model.getFigures().getWarm().getValue()).isEqualTo(Numbers.percent(1 - expected.coldShare()));
        assertThat(model.lifetimesProperty().get()).containsExactly("5m", "1h");
    }

    @Test
    void theCurveIsThatOfTheFigureThatWasMovedLast() {
        var model = watched();

        model.supposed().knob(Knob.KEYS).type("8");

        Curve curve = model.shown().curve().curveProperty().get().orElseThrow();
        assertThat(curve.knob()).isEqualTo(Knob.KEYS);
        assertThat(curve.now().question().load().keys()).isEqualTo(8);
        assertThat(curve.answers()).extracting(each -> Knob.KEYS.of(each.question()))
                .containsExactlyElementsOf(Knob.KEYS.stops());

        model.supposed().curveProperty().set(Knob.PAD);

        assertThat(model.shown().curve().curveProperty().get().orElseThrow().knob()).isEqualTo(Knob.PAD);
    }

    @Test
    void whatIsNoNumberChangesNothing() {
        var model = watched();
        String before = model.getFigures().getPerDay().getValue();

        model.supposed().knob(Knob.PER_MINUTE).type("many");
        model.supposed().knob(Knob.PER_MINUTE).type("NaN");

        assertThat(model.getFigures().getPerDay().getValue()).isEqualTo(before);
        model.supposed().knob(Knob.PER_MINUTE).type("-5");
        assertThat(model.supposed().knob(Knob.PER_MINUTE).valueProperty().get()).isEqualTo(0.02);
    }

    /// The work waits until the test lets it go on, as a slow machine would.
    @Test
    void onlyTheLastOfManyMovesIsAnswered() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        var model = watched(new Background(waiting::add, Runnable::run));
        for (int i = 1; i <= 100; i++) {
            model.supposed().knob(Knob.PER_MINUTE).valueProperty().set(i);
        }

        int done = 0;
        while (!waiting.isEmpty()) {
            waiting.remove().run();
            done++;
        }

        // The first one, which ran already, the last one, and its curve.
        assertThat(done).isEqualTo(3);
        assertThat(model.getFigures().getPerDay().getValue())
                .isEqualTo(perDay(answer("", 0, 300, Load.perMinute(100))));
    }

    @Test
    void figuresAreOldFromAnEditUntilItIsCounted() {
        Deque<Runnable> delayed = new ArrayDeque<>();
        var model = new WhatIfViewModel(fixture.workspace(), fixture.background(), delayed::add);
        model.watchedProperty().set(true);
        assertThat(model.outdatedProperty().get()).isFalse();
        String before = model.getFigures().getPerDay().getValue();

        fixture.workspace().prompt().edit(SamplePrompt.prompt().with("policy", block -> block.withText("Be kind.")));

        assertThat(model.outdatedProperty().get()).isTrue();
        delayed.removeLast().run();
        assertThat(model.outdatedProperty().get()).isFalse();
        assertThat(model.getFigures().getPerDay().getValue()).isNotEqualTo(before);
        assertThat(model.getNote()).isEqualTo("Nothing is read from the cache: below the threshold of 1,024.");
        assertThat(model.getFigures().linesProperty().get()).contains("874 tokens of padding, from 150 to the "
                + "threshold of 1,024, pay from 20 calls within the lifetime on: the padded prefix costs 1 × input "
                + "once, then 0.1 ×");
    }

    @Test
    void aTemplateThatCannotBeRenderedIsSaidAndItsOldFiguresAreMarked() {
        var model = watched();

        fixture.workspace().prompt().edit(SamplePrompt.prompt().with("question",
                block -> block.withText("{{#if customer}}open")));

        assertThat(model.getProblem()).isEqualTo("These figures are out of date. The section opened here is never "
                + "closed");
        assertThat(model.outdatedProperty().get()).isTrue();
    }

    @Test
    void withoutPromptModelOrRulesItSaysWhatToDo() {
        var empty = new WhatIfViewModel(new WorkspaceFixture().workspace(), fixture.background(), Runnable::run);
        empty.watchedProperty().set(true);
        assertThat(empty.obstacleProperty().get()).map(Obstacle::command).contains("open");

        var model = watched();
        fixture.open("a", SamplePrompt.prompt(""), Values.none());
        assertThat(model.obstacleProperty().get()).map(Obstacle::command).contains("choose-model");
        fixture.open("a", SamplePrompt.prompt("mistral-nobody"), Values.none());
        assertThat(model.obstacleProperty().get()).map(Obstacle::title)
                .contains("The cache rules of mistral-nobody are not known");
        assertThat(model.getFigures().getPerDay().getValue()).isEqualTo("–");

        fixture.openSample();
        assertThat(model.obstacleProperty().get()).isEmpty();
    }

    @Test
    void otherModelsAreCountedWhenTheyAreLookedAt() {
        var model = watched();
        assertThat(model.shown().others().rowsProperty().get()).isEmpty();

        model.shown().others().openProperty().set(true);

        List<ModelRow> rows = model.shown().others().rowsProperty().get();
        assertThat(rows).hasSizeGreaterThan(20);
        Optional<ModelRow> own = rows.stream().filter(ModelRow::isOwn).findFirst();
        assertThat(own).map(ModelRow::perDay).contains(model.getFigures().getPerDay().getValue());
    }

    @Test
    void waysToBeginABatchAreThoseOfTheCore() {
        var model = watched();
        model.shown().batch().callsProperty().set(200);
        model.shown().batch().parallelProperty().set(8);

        List<FanOut.Plan> plans = new FanOut(200, 8, Duration.ofSeconds(1), Duration.ofSeconds(5))
                .plans(answer("", 0, 300, Load.perMinute(1)));

        List<String> lines = model.shown().batch().linesProperty().get();
        assertThat(lines).hasSameSizeAs(plans).first().asString().contains(": " + plans.getFirst().cold() + " cold",
                Numbers.money(plans.getFirst().cost().orElseThrow()));
        fixture.open("a", SamplePrompt.prompt(""), Values.none());
        assertThat(model.shown().batch().linesProperty().get()).isEmpty();
    }
}
