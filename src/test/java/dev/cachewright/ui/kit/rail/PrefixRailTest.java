package dev.cachewright.ui.kit.rail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class PrefixRailTest {

    @Test
    void ofTwoLabelsThatTouchTheReachedOneStays() {
        PrefixRail rail = FxToolkit.call(() -> rail(new RailTick(1_530, "1,530", false, "")));
        Stage stage = FxToolkit.call(() -> Snapshots.show(new HBox(rail), 100, 600, Theme.Appearance.LIGHT));
        FxToolkit.frames(2);
        FxToolkit.run(() -> {
            assertThat(visibleLabels(rail)).containsExactly("0", "1,024", "1,536", "1,842");
            stage.close();
        });
    }

    @Test
    void ofTwoLabelsThatTouchAStepsIsLeftOutAndItsMarkStays() {
        PrefixRail rail = FxToolkit.call(() -> rail(new RailTick(1_040, "1,040", false, "step"),
                new RailTick(1_152, "1,152", false, "step")));
        Stage stage = FxToolkit.call(() -> Snapshots.show(new HBox(rail), 100, 600, Theme.Appearance.LIGHT));
        FxToolkit.frames(2);
        FxToolkit.run(() -> {
            assertThat(visibleLabels(rail)).containsExactlyInAnyOrder("0", "1,152", "1,024", "1,536", "1,842");
            assertThat(rail.lookupAll(".rail-mark.step")).hasSize(2).allMatch(Node::isVisible);
            stage.close();
        });
    }

    @Test
    void aMillionHasRoom() {
        PrefixRail rail = FxToolkit.call(() -> rail(new RailTick(900, "1,002,240", true, "")));
        Stage stage = FxToolkit.call(() -> Snapshots.show(new HBox(rail), 140, 600, Theme.Appearance.LIGHT));
        FxToolkit.frames(2);
        FxToolkit.run(() -> {
            assertThat(rail.getChildrenUnmodifiable()).allMatch(part -> part.getLayoutX() >= 0);
            stage.close();
        });
    }

    @Test
    void aClickGoesToTheBlockWhoseTokensAreThere() {
        PrefixRail rail = FxToolkit.call(() -> rail());
        var gone = new ArrayList<String>();
        rail.setOnGo(gone::add);
        Stage stage = FxToolkit.call(() -> Snapshots.show(new HBox(rail), 100, 600, Theme.Appearance.LIGHT));
        FxToolkit.frames(2);
        FxToolkit.run(() -> {
            for (double y : new double[]{20, 200, 400, 515, 580}) {
                rail.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 60, y, 60, y, MouseButton.PRIMARY, 1, false,
                        false, false, false, true, false, false, true, false, true, null));
            }
            stage.close();
        });
        assertThat(gone).containsExactly("tools", "policy", "policy", "context", "question");
    }

    @Test
    void smallBlocksCanBeSeenAndManyAreInProportion() {
        var few = new RailScale(List.of(segment("a", 1_000), segment("b", 1), segment("c", 999)), 600);
        var many = new RailScale(IntStream.range(0, 1_000).mapToObj(i -> segment("b" + i, 1)).toList(), 600);

        assertThat(few.height(1)).isEqualTo(5);
        assertThat(few.top(2) + few.height(2)).isCloseTo(600, within(1e-6));
        assertThat(few.y(1_000)).isEqualTo(few.height(0));
        assertThat(many.y(500)).isCloseTo(300, within(1e-6));
        assertThat(many.at(300.1)).isEqualTo(500);
    }

    @Test
    void railLineAndBreakpointLookAsBefore() {
        Snapshots.check("prefix-rail", 700, 600, () -> {
            BreakpointGap boundary = new BreakpointGap(() -> "add breakpoint", () -> true, () -> {
                // Nothing is set here.
            });
            boundary.showBoundary("cacheable prefix ends at token 1,611 · counted as 1,536", false);
            BreakpointGap breakpoint = new BreakpointGap(() -> "add breakpoint", () -> true, () -> {
                // Nothing is set here.
            });
            breakpoint.mark("breakpoint 1 of 4 · 1,611 tokens · kept 30 min after each use", false);
            BreakpointGap both = new BreakpointGap(() -> "add breakpoint", () -> true, () -> {
                // Nothing is set here.
            });
            both.showBoundary("static prefix ends at token 237 · 787 short of the threshold of 1,024 · 1,610 static "
                    + "tokens after {{clock}} cannot be cached", true);
            both.mark("breakpoint not sent · the model supports none", true);
            VBox lines = new VBox(24, boundary, breakpoint, both);
            HBox.setHgrow(lines, Priority.ALWAYS);
            return new HBox(8, rail(), lines);
        });
    }

    private static RailSegment segment(String id, int tokens) {
        return new RailSegment(id, tokens, "cached");
    }

    private static PrefixRail rail(RailTick... more) {
        PrefixRail rail = new PrefixRail();
        List<RailTick> ticks = new ArrayList<>(List.of(new RailTick(0, "0", false, ""),
                new RailTick(1_024, "1,024", true, ""), new RailTick(1_536, "1,536", true, "written"),
                new RailTick(1_842, "1,842", false, "")));
        ticks.addAll(List.of(more));
        rail.show(List.of(segment("tools", 412), segment("policy", 1_199),
                new RailSegment("context", 38, "dynamic"),
                new RailSegment("examples", 164, "out-of-reach"),
                new RailSegment("question", 29, "dynamic")), ticks, Optional.empty());
        return rail;
    }

    private static List<String> visibleLabels(PrefixRail rail) {
        return rail.getChildrenUnmodifiable().stream().filter(Label.class::isInstance).filter(Node::isVisible)
                .map(node -> ((Label) node).getText()).toList();
    }
}
