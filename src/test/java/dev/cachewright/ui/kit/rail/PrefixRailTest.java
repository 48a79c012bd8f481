package dev.cachewright.ui.kit.rail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class PrefixRailTest {

    @Test
    void ofTwoLabelsThatTouchTheReachedOneStays() {
        PrefixRail rail = FxToolkit.call(PrefixRailTest::rail);
        FxToolkit.run(() -> rail.getTicks().add(new RailTick(290, "1,611", false, "")));
        Stage stage = FxToolkit.call(() -> Snapshots.show(new HBox(rail), 100, 600, Theme.Appearance.LIGHT));
        FxToolkit.frames(2);
        FxToolkit.run(() -> {
            assertThat(visibleLabels(rail)).containsExactly("0", "1,024", "1,536", "1,842");
            stage.close();
        });
    }

    @Test
    void ofTwoLabelsThatTouchAStepsIsLeftOutAndItsMarkStays() {
        PrefixRail rail = FxToolkit.call(PrefixRailTest::rail);
        FxToolkit.run(() -> rail.getTicks().addAll(1, List.of(new RailTick(190, "896", false, "step"),
                new RailTick(240, "1,152", false, "step"))));
        Stage stage = FxToolkit.call(() -> Snapshots.show(new HBox(rail), 100, 600, Theme.Appearance.LIGHT));
        FxToolkit.frames(2);
        FxToolkit.run(() -> {
            assertThat(visibleLabels(rail)).containsExactly("0", "1,152", "1,024", "1,536", "1,842");
            assertThat(rail.lookupAll(".rail-mark.step")).hasSize(2).allMatch(Node::isVisible);
            stage.close();
        });
    }

    @Test
    void aMillionHasRoom() {
        PrefixRail rail = FxToolkit.call(PrefixRailTest::rail);
        FxToolkit.run(() -> rail.getTicks().add(new RailTick(500, "1,002,240", true, "")));
        Stage stage = FxToolkit.call(() -> Snapshots.show(new HBox(rail), 140, 600, Theme.Appearance.LIGHT));
        FxToolkit.frames(2);
        FxToolkit.run(() -> {
            assertThat(rail.getChildrenUnmodifiable()).allMatch(part -> part.getLayoutX() >= 0);
            stage.close();
        });
    }

    @Test
    void tickNodesStayWhereTicksOnlyMove() {
        FxToolkit.run(() -> {
            PrefixRail rail = rail();
            List<Node> before = List.copyOf(rail.getChildrenUnmodifiable());
            rail.getTicks().setAll(rail.getTicks().stream()
                    .map(tick -> new RailTick(tick.y() + 20, "9", tick.strong(), tick.styleClass())).toList());
            assertThat(rail.getChildrenUnmodifiable()).isEqualTo(before);
        });
    }

    @Test
    void railLineAndBreakpointLookAsBefore() {
        Snapshots.check("prefix-rail", 700, 600, () -> {
            PrefixLine line = new PrefixLine();
            line.setCaption("cacheable prefix ends at token 1,611 · counted as 1,536");
            BreakpointGap breakpoint = new BreakpointGap(() -> "add breakpoint", () -> {
                // Nothing is set here.
            });
            breakpoint.mark("breakpoint 1 of 4 · 1,611 tokens · kept 30 min after each use", false);
            VBox lines = new VBox(24, line, breakpoint);
            HBox.setHgrow(lines, Priority.ALWAYS);
            return new HBox(8, rail(), lines);
        });
    }

    private static PrefixRail rail() {
        PrefixRail rail = new PrefixRail();
        rail.setRailHeight(560);
        rail.setFillTo(297);
        rail.getTicks().setAll(List.of(new RailTick(0, "0", false, ""), new RailTick(196, "1,024", true, ""),
                new RailTick(297, "1,536", true, "written"), new RailTick(560, "1,842", false, "")));
        return rail;
    }

    private static List<String> visibleLabels(PrefixRail rail) {
        return rail.getChildrenUnmodifiable().stream().filter(Label.class::isInstance).filter(Node::isVisible)
                .map(node -> ((Label) node).getText()).toList();
    }
}
