package dev.cachewright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cachewright.ui.FxToolkit;
import java.util.ArrayList;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class ViewsTest {

    @Test
    void findsTheSheetOfAViewByItsClassName() {
        assertThat(Views.path(TestProbeView.class)).isEqualTo("/fxml/test-probe.fxml");
    }

    @Test
    void bindsTheGivenControllerInFxml() {
        Views.Loaded<TestProbeView> loaded = FxToolkit.call(() -> Views.load(new TestProbeView("hello")));

        assertThat(loaded.view().shown.getText()).isEqualTo("hello");
    }

    @Test
    void asksTheCallerForTheControllerOfAClass() {
        Views.Loaded<TestProbeView> loaded = FxToolkit
                .call(() -> Views.load(TestProbeView.class, type -> new TestProbeView(type.getSimpleName())));

        assertThat(loaded.view().shown.getText()).isEqualTo("TestProbeView");
    }

    @Test
    void aNodeIsMadeWhenItIsFirstShownAndThenKept() {
        var shown = new SimpleBooleanProperty();
        var made = new ArrayList<Label>();
        var place = new ArrayList<Node>();
        Views.whenShown(shown, () -> {
            made.add(new Label());
            return made.getLast();
        }, place::add);
        assertThat(made).isEmpty();

        shown.set(true);
        shown.set(false);
        assertThat(made.getFirst().isVisible()).isFalse();
        assertThat(made.getFirst().isManaged()).isFalse();
        shown.set(true);
        assertThat(made.getFirst().isVisible()).isTrue();
        assertThat(made).hasSize(1);
        assertThat(place).containsExactly(made.getFirst());
    }

    @Test
    void saysWhichSheetIsMissing() {
        assertThatThrownBy(() -> Views.load("no view")).hasMessageContaining("/fxml/string.fxml");
    }

    /// A view of this test; its sheet stands in the test resources.
    public static final class TestProbeView {
        @FXML
        private Label shown;
        private final String greeting;

        TestProbeView(String greeting) {
            this.greeting = greeting;
        }

        public String getGreeting() {
            return greeting;
        }
    }
}
