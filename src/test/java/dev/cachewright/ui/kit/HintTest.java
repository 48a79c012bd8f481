package dev.cachewright.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import java.util.List;
import javafx.event.Event;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class HintTest {

    @Test
    void itIsMadeWhenThePointerFirstComesByAndFollowsTheText() {
        FxToolkit.run(() -> {
            var label = new Label();
            Hint.setOf(label, Hint.Source.TEXT);
            label.setAccessibleText("1,448 tokens");
            assertThat(tooltip(label)).isNull();

            comeBy(label);
            Tooltip made = tooltip(label);
            assertThat(made.getText()).isEqualTo("1,448 tokens");
            label.setAccessibleText("1,449 tokens");
            comeBy(label);
            assertThat(tooltip(label)).isSameAs(made);
            assertThat(made.getText()).isEqualTo("1,449 tokens");
        });
    }

    @Test
    void aFigureThatExplainsItselfDoesSoWhileItHasTheFocusByKey() {
        FxToolkit.run(() -> {
            var before = new Button("Before");
            var figure = new Figure();
            figure.setCaption("Hit rate");
            figure.setHint("Cached tokens divided by input tokens.");
            Stage stage = Snapshots.show(new VBox(before, figure), 300, 200, Theme.Appearance.LIGHT);
            before.requestFocus();
            assertThat(hints()).isEmpty();

            before.requestFocusTraversal(TraversalDirection.NEXT);
            assertThat(figure.isFocused()).isTrue();
            assertThat(hints()).containsExactly("Hit rate: –\nCached tokens divided by input tokens.");

            before.requestFocus();
            assertThat(hints()).isEmpty();
            stage.close();
        });
    }

    private static List<String> hints() {
        return Window.getWindows().stream().filter(Tooltip.class::isInstance).map(Tooltip.class::cast)
                .map(Tooltip::getText).toList();
    }

    private static void comeBy(Label label) {
        Event.fireEvent(label, new MouseEvent(MouseEvent.MOUSE_ENTERED, 0, 0, 0, 0, null, 0, false, false, false, false,
                false, false, false, false, false, false, null));
    }

    /// JavaFX keeps the tooltip of a node among its properties.
    private static Tooltip tooltip(Label label) {
        return label.getProperties().values().stream().filter(Tooltip.class::isInstance).map(Tooltip.class::cast)
                .findFirst().orElse(null);
    }
}
