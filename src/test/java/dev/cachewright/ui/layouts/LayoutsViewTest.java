package dev.cachewright.ui.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.ProfileProviders;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.simulated.SimulatedServer;
import dev.cachewright.session.Failure;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.UiThread;
import dev.cachewright.ui.fx.Views;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;

/// The window of layouts, to be looked at.
class LayoutsViewTest {

    private static final double WIDTH = 960;
    private static final double NARROW = 520;
    private static final double HIGH = 980;

    private static Parent view(LayoutsViewModel model) {
        return Views.load(new LayoutsView(model, new LayoutsView.Doors(() -> {
        }, _ -> {
        }, _ -> true))).root();
    }

    private static LayoutsViewModel three(LayoutsFixture layouts) {
        LayoutsViewModel model = layouts.mended();
        layouts.variants.addFile(PromptDocument.untitled("brief.prompt", PromptFile.empty(), SamplePrompt.prompt()
                .with("policy", block -> block.withText(SamplePrompt.policy(18))), Values.none()));
        model.choose(Optional.of(model.rows().get(1)));
        return model;
    }

    private static void look(String name, double width, double height, LayoutsFixture layouts,
            Consumer<LayoutsViewModel> doing) {
        Snapshots.check(name, width, height, () -> {
            LayoutsViewModel model = three(layouts);
            Parent root = view(model);
            doing.accept(model);
            return root;
        });
    }

    @Test
    void layoutsLookAsTheyShould() {
        look("layouts", WIDTH, 620, new LayoutsFixture(), LayoutsViewModel::keep);
        look("layouts-narrow", NARROW, 760, new LayoutsFixture(), _ -> {
        });
    }

    @Test
    void theEmptyWindowLooksAsItShould() {
        Snapshots.check("layouts-empty", WIDTH, 360, () -> view(new LayoutsFixture().openSample().model()));
        Snapshots.check("layouts-none-open", NARROW, 360, () -> view(new LayoutsFixture().model()));
    }

    @Test
    void theFormOfAMeasurementLooksAsItShould() {
        look("measure", WIDTH, 860, new LayoutsFixture(), model -> model.measure().openProperty().set(true));
        var paid = new LayoutsFixture();
        paid.fixture.workspace().preferences().change(now -> now.withProfileInUse("OpenAI"));
        look("measure-narrow", NARROW, HIGH, paid, model -> model.measure().openProperty().set(true));
    }

    /// At the simulator: its usage, and times of a clock of the test.
    @Test
    void whatWasMeasuredLooksAsItShould() {
        lookMeasured("measured", WIDTH);
        lookMeasured("measured-narrow", NARROW);
    }

    private static void lookMeasured(String name, double width) {
        try (SimulatedServer server = Simulators.start(Simulators.quick(), () -> WorkspaceFixture.NOW);
                var providers = new ProfileProviders(server::baseUrl, _ -> Optional.empty())) {
            Snapshots.check(name, width, HIGH, () -> {
                LayoutsViewModel model = three(new LayoutsFixture(providers));
                Parent root = view(model);
                measure(model);
                showEnd(root);
                return root;
            });
        }
    }

    /// Once it is known how high everything is.
    private static void showEnd(Parent root) {
        UiThread.nextFrame(() -> UiThread.later(() -> ((ScrollPane) root.lookup("#result")).setVvalue(1)));
    }

    private static void measure(LayoutsViewModel model) {
        MeasureViewModel measure = model.measure();
        measure.openProperty().set(true);
        measure.start();
        assertThat(measure.getProblem()).isEmpty();
        assertThat(measure.measuredProperty().get().orElseThrow().outcome().rounds()).isEqualTo(10);
    }

    @Test
    void aMeasurementThatFailsLooksAsItShould() {
        var layouts = new LayoutsFixture();
        layouts.answer = index -> index < 5
                ? new CallEvent.Completed("stop", WorkspaceFixture.usage(1_842, 0))
                : new CallEvent.Failed(
                        new Failure.Worded(429, "You exceeded your current quota, please check your plan "
                                + "and billing details.", ""));
        Snapshots.check("measure-failed", WIDTH, 760, () -> {
            LayoutsViewModel model = three(layouts);
            Parent root = view(model);
            model.measure().openProperty().set(true);
            model.measure().start();
            showEnd(root);
            return root;
        });
    }

    @Test
    void aMeasurementThatGoesOnLooksAsItShould() {
        var held = new HeldBackground();
        var layouts = new LayoutsFixture(held.background());
        layouts.answer = index -> {
            held.holdIf(index == 8);
            return new CallEvent.Completed("stop", WorkspaceFixture.usage(1_842, 0));
        };
        look("measuring", WIDTH, 760, layouts, model -> {
            model.measure().openProperty().set(true);
            model.measure().start();
            assertThat(List.of(model.measure().progressProperty().get().orElseThrow().ended())).containsExactly(8);
        });
    }
}
