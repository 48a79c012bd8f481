package dev.cachewright.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FxToolkit;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
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
