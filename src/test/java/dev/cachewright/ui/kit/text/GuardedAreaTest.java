package dev.cachewright.ui.kit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.ui.BrokenLayout;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.MixedScripts;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.fx.Theme;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedAreaTest {

    private final BrokenLayout layout = new BrokenLayout();
    private final PromptArea area = FxToolkit.call(PromptArea::new);
    private final PromptArea neighbour = FxToolkit.call(PromptArea::new);
    private final ReadOnlyText viewer = FxToolkit.call(ReadOnlyText::new);
    private final Stage stage = FxToolkit
            .call(() -> Snapshots.show(new VBox(area, neighbour, viewer), 500, 600, Theme.Appearance.LIGHT));

    @BeforeEach
    void onLinux() {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"));
    }

    @AfterEach
    void mendLayout() {
        FxToolkit.run(stage::close);
        layout.close();
    }

    @Test
    void textThatCannotBeWrappedIsShownUnwrappedAndCanBeEdited() {
        String text = "First line\n" + MixedScripts.HEBREW + "\nlast line";
        FxToolkit.frames(3);

        FxToolkit.run(() -> {
            area.setText(text);
            viewer.setText(text);
            neighbour.setText("a\nb\nc");
        });
        FxToolkit.frames(20);
        long failures = layout.failures();
        FxToolkit.run(() -> {
            area.select(0, 0);
            area.area().replaceSelection("typed ");
            neighbour.select(0, 0);
            neighbour.area().replaceSelection("x\ny\n");
        });
        FxToolkit.frames(10);

        assertThat(failures).isPositive();
        assertThat(layout.failures()).isEqualTo(failures);
        assertThat(layout.told().size()).isLessThanOrEqualTo(4);
        assertThat(FxToolkit.call(area::getText)).isEqualTo("typed " + text);
        assertThat(area.isVisible() && viewer.isVisible()).isTrue();
        assertThat(area.area().isWrapText()).isFalse();
        assertThat(FxToolkit.call(() -> area.boundsOf(3))).isPresent();
        assertThat(FxToolkit.call(() -> neighbour.boundsOf(8))).isPresent();
        assertThat(neighbour.area().isWrapText()).isTrue();
    }
}
