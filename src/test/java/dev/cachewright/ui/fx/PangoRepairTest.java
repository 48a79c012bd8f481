package dev.cachewright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.MixedScripts;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class PangoRepairTest {

    /// Longer ones stand in text areas.
    private static final int LABEL = 400;
    private static final int[] WIDTHS = {80, 81, 333, 640, 1_000};

    @Test
    void textsOfAllScriptsAreLaidOutAtAllWidths() {
        FxToolkit.run(() -> {
            assertThat(PangoRepair.install()).isTrue();
            for (String words : MixedScripts.all()) {
                for (int width : WIDTHS) {
                    assertThat(wrapped(words, width).getLayoutBounds().getHeight()).isPositive();
                    assertThat(new TextFlow(new Text(words)).prefHeight(width)).isPositive();
                }
            }
            assertThat(wrapped(MixedScripts.HEBREW, 1).getLayoutBounds().getHeight()).isPositive();
        });
    }

    private static Text wrapped(String words, double width) {
        var text = new Text(words);
        text.setWrappingWidth(width);
        return text;
    }

    @Test
    void controlsThatWrapAreLaidOutAtAllWidths() {
        FxToolkit.run(() -> {
            for (String words : MixedScripts.all().stream().filter(words -> words.length() <= LABEL).toList()) {
                layOut(words, text -> {
                    var label = new Label(text);
                    label.setWrapText(true);
                    return label;
                });
                layOut(words, text -> {
                    var area = new TextArea(text);
                    area.setWrapText(true);
                    return area;
                });
            }
        });
    }

    private static void layOut(String words, Function<String, Region> make) {
        Region region = make.apply(words);
        var scene = new Scene(new Group(region));
        for (int width : WIDTHS) {
            region.setPrefWidth(width);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            assertThat(region.getLayoutBounds().getHeight()).isPositive();
        }
    }

    /// Each line was as wide as the whole text before.
    @Test
    void aLineOfShapedTextHoldsOnlyItsOwnCharacters() {
        FxToolkit.run(() -> {
            Text text = wrapped(MixedScripts.HEBREW, 300);
            double end = text.getLayoutBounds().getHeight() - 1;
            assertThat(text.hitTest(new Point2D(299, 1)).getCharIndex()).isZero();
            assertThat(text.hitTest(new Point2D(299, end)).getCharIndex())
                    .isBetween(MixedScripts.HEBREW.length() / 2, MixedScripts.HEBREW.length());
        });
    }

    @Test
    void withoutTheRepairHebrewCannotBeWrapped() {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"));
        FxToolkit.run(() -> {
            try {
                BrokenPango.set();
                assertThatThrownBy(wrapped(MixedScripts.HEBREW, 300)::getLayoutBounds)
                        .isInstanceOf(IndexOutOfBoundsException.class);
            } finally {
                BrokenPango.mend();
            }
        });
    }
}
