package dev.cachewright.ui.whatif;

import dev.cachewright.prompt.Values;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Views;
import dev.cachewright.whatif.Knob;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The what-if tab, to be looked at.
class WhatIfViewTest {

    private static final double USUAL = 600;
    private static final double NARROW = 420;
    private static final double WIDE = 1_000;
    private static final double HIGH = 1_250;

    @Test
    void looksAsBeforeWithAModelThatHasLifetimes() {
        look("what-if", USUAL, HIGH, new WorkspaceFixture().openSample(), _ -> {
        });
        look("what-if-narrow", NARROW, 800, new WorkspaceFixture().openSample(), _ -> {
        });
        look("what-if-wide", WIDE, HIGH, new WorkspaceFixture().openSample(), _ -> {
        });
        look("what-if-keys", USUAL, HIGH, claude(), model -> {
            model.supposed().knob(Knob.PER_MINUTE).type("12");
            model.supposed().knob(Knob.KEYS).type("8");
            model.supposed().lifetimeProperty().set("1h");
        });
    }

    @Test
    void looksAsBeforeWithOtherModels() {
        look("what-if-models", USUAL, 1_600, new WorkspaceFixture().openSample(),
                model -> model.shown().others().openProperty().set(true));
    }

    @Test
    void looksAsBeforeWhereNothingCanBeAnswered() {
        look("what-if-no-prompt", USUAL, 800, new WorkspaceFixture(), _ -> {
        });
        look("what-if-no-rules", USUAL, 800, new WorkspaceFixture().open("a", SamplePrompt.prompt("mistral-nobody"),
                Values.none()), _ -> {
                });
    }

    private static WorkspaceFixture claude() {
        return new WorkspaceFixture().open("a", SamplePrompt.prompt("claude-sonnet-4-6").with("policy",
                block -> block.withBreakpoint(true)), SamplePrompt.values());
    }

    private static void look(String name, double width, double height, WorkspaceFixture fixture,
            Consumer<WhatIfViewModel> doing) {
        Snapshots.check(name, width, height, () -> {
            var model = new WhatIfViewModel(fixture.workspace(), fixture.background(), Runnable::run);
            model.watchedProperty().set(true);
            var root = Views.load(new WhatIfView(model, _ -> {
            })).root();
            doing.accept(model);
            return root;
        });
    }
}
