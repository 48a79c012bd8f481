package dev.cachewright.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.ui.BrokenLayout;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.MixedScripts;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What JavaFX does to Hebrew without the repair stands for any exception out of layout.
class LayoutGuardTest {

    private final BrokenLayout layout = new BrokenLayout();
    private final Label neighbour = FxToolkit.call(() -> new Label("short"));

    @BeforeEach
    void onLinux() {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"));
    }

    @AfterEach
    void mendLayout() {
        layout.close();
    }

    @Test
    void aLabelThatCannotBeWrappedIsNotAndTheRestGoesOn() {
        Label label = FxToolkit.call(() -> new Label(MixedScripts.HEBREW));
        FxToolkit.run(() -> label.setWrapText(true));

        assertGoesOn(label);

        assertThat(label.isWrapText()).isFalse();
        assertThat(label.isVisible()).isTrue();
        assertThat(label.getText()).isEqualTo(MixedScripts.HEBREW);
    }

    @Test
    void aPlainTextIsNotWrapped() {
        Text text = FxToolkit.call(() -> new Text(MixedScripts.HEBREW));
        FxToolkit.run(() -> text.setWrappingWidth(300));

        assertGoesOn(text);

        assertThat(text.getWrappingWidth()).isZero();
        assertThat(text.isVisible()).isTrue();
    }

    @Test
    void aViewTakesItsOwnForm() {
        var view = FxToolkit.call(() -> new StackPane(new TextFlow(new Text(MixedScripts.HEBREW))));
        FxToolkit.run(() -> SafeForm.set(view, () -> view.getChildren().setAll(new Label("left out"))));

        assertGoesOn(view);

        assertThat(view.getChildren()).singleElement()
                .isInstanceOfSatisfying(Label.class, label -> assertThat(label.isVisible()).isTrue());
    }

    @Test
    void whatHasNoFormIsHidden() {
        TextFlow flow = FxToolkit.call(() -> new TextFlow(new Text(MixedScripts.HEBREW)));

        assertGoesOn(flow);

        assertThat(flow.isVisible() && flow.getChildren().getFirst().isVisible()).isFalse();
    }

    @Test
    void aViewThatFailsInItsOwnLayoutIsTriedAgain() {
        var broken = FxToolkit.call(() -> new Region() {
            private int layouts;

            @Override
            protected void layoutChildren() {
                if (layouts++ == 0) {
                    throw new IllegalStateException("once");
                }
            }
        });

        assertGoesOn(broken);

        assertThat(broken.isVisible()).isTrue();
    }

    @Test
    void anExceptionThatHasLostItsTraceIsTakenForOneOfLayout() {
        var bare = new IndexOutOfBoundsException();
        bare.setStackTrace(new StackTraceElement[0]);
        FxToolkit.run(() -> {
            layout.guard().uncaughtException(Thread.currentThread(), bare);
            layout.guard().uncaughtException(Thread.currentThread(), bare);
        });

        assertThat(layout.failures()).isEqualTo(2);
        assertThat(layout.told()).containsExactly(bare);
    }

    @Test
    void otherExceptionsAreAlwaysPassedOn() {
        for (int i = 0; i < 3; i++) {
            FxToolkit.run(() -> UiThread.later(() -> {
                throw new IllegalStateException("no layout");
            }));
        }
        FxToolkit.frames(2);

        assertThat(layout.told()).hasSize(3);
        assertThat(layout.failures()).isZero();
    }

    /// A few frames on, nothing fails any more, each kind was told of once, and the neighbour is laid out anew.
    private void assertGoesOn(Node broken) {
        var place = FxToolkit.call(VBox::new);
        Stage stage = FxToolkit.call(() -> {
            var shown = new Stage();
            shown.setScene(new Scene(new VBox(new HBox(neighbour), new StackPane(place)), 300, 400));
            shown.show();
            return shown;
        });
        FxToolkit.frames(2);
        FxToolkit.run(() -> place.getChildren().add(broken));
        FxToolkit.frames(20);
        long failures = layout.failures();
        assertThat(failures).isBetween(1L, 16L);
        double before = neighbour.getWidth();
        FxToolkit.run(() -> neighbour.setText("a much longer text"));
        FxToolkit.frames(20);
        assertThat(layout.failures()).isEqualTo(failures);
        assertThat(neighbour.getWidth()).isGreaterThan(before);
        assertThat(layout.told()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(4).isNotEmpty();
        FxToolkit.run(stage::close);
    }
}
